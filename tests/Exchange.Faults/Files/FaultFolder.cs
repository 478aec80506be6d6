namespace Exchange.Faults.Files;

/// <summary>A folder of its own for one row.</summary>
internal sealed class FaultFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("exchange-faults-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
