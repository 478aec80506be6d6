namespace Exchange.BitoPro.Wire;

/// <summary>Streams write pairs and currencies upper-case, the rest of the service and we ourselves lower-case (bitopro.md section 8).</summary>
internal static class StreamCase
{
    public static string Upper(string name) => name.ToUpperInvariant();

#pragma warning disable CA1308 // Lower case is how names are written here, not a way to compare them.
    public static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
