namespace Exchange.Faults.Files;

/// <summary>Reads a file all the time while it is edited, and tells what it found torn.</summary>
internal sealed class SharedFileReader : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;

    public SharedFileReader(ISharedFile file, string folder)
    {
        // Below the editors, whose work it would hold up on a small machine.
        _thread = new Thread(() => Read(file, folder)) { IsBackground = true, Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>How often it was read.</summary>
    public long Reads { get; private set; }

    /// <summary>The first thing that was wrong with it; null when nothing was.</summary>
    public string? Torn { get; private set; }

    /// <summary>How often something was wrong with it.</summary>
    public int TornReads { get; private set; }

    /// <summary>Ends the reading.</summary>
    public void Stop()
    {
        _end.Cancel();
        _thread.Join();
    }

    public void Dispose()
    {
        Stop();
        _end.Dispose();
    }

    private void Read(ISharedFile file, string folder)
    {
        do
        {
            try
            {
                Note(file.Torn(folder));
            }
            catch (Exception trouble)
            {
                Note($"{trouble.GetType().Name}: {trouble.Message}");
            }
            Reads++;
        } while (!_end.IsCancellationRequested);
    }

    private void Note(string? torn)
    {
        Torn ??= torn;
        TornReads += torn is null ? 0 : 1;
    }
}
