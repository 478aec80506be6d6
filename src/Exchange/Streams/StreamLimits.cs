namespace Exchange.Streams;

/// <summary>How long a stream waits for what, and how much it takes.</summary>
public sealed record StreamLimits
{
    /// <summary>The largest frame that is read, in bytes.</summary>
    public int LargestFrame { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many frames wait for a slow reader; then the service has to.</summary>
    public int Buffer { get; init; } = 256;

    /// <summary>A connection from which not a byte came for so long is lost (bitopro.md section 8).</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the service hears from us (bitopro.md section 8).</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a connection may take to come about, to the end of the upgrade.</summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the service may take to return our goodbye.</summary>
    public TimeSpan Close { get; init; } = TimeSpan.FromSeconds(2);
}
