namespace Exchange.Desk;

/// <summary>What one look at the service says about an attempt.</summary>
public abstract record AttemptFinding
{
    private AttemptFinding() { }

    /// <summary>It took effect, and the service calls it <paramref name="Reference"/>.</summary>
    /// <param name="Reference">The service's id.</param>
    /// <param name="IsShared">True when several attempts can have the same effect, as two cancellations of one order have.</param>
    public sealed record Found(string Reference, bool IsShared = false) : AttemptFinding;

    /// <summary>Nothing of the kind is there now.</summary>
    public sealed record Absent(string Reason) : AttemptFinding;

    /// <summary>The service shows that it did not take effect and no longer can.</summary>
    public sealed record Failed(string Reason) : AttemptFinding;

    /// <summary>It cannot be told from what the service shows.</summary>
    public sealed record Unclear(string Reason) : AttemptFinding;
}

/// <summary>Looks for the effect of attempts at one account of one service. Only ever asks, never sends anything again.</summary>
public interface IAttemptLookup
{
    /// <summary>The service whose attempts it can look for.</summary>
    string Service { get; }

    /// <summary>The base address that it asks.</summary>
    Uri Address { get; }

    /// <summary>The masked account that it asks for.</summary>
    string? Account { get; }

    /// <summary>Looks once.</summary>
    /// <param name="attempt">What to look for.</param>
    /// <param name="claimed">References that other attempts own.</param>
    /// <param name="cancel">Ends the look.</param>
    /// <exception cref="ExchangeException">The service gave no usable answer.</exception>
    Task<AttemptFinding> LookAsync(Attempt attempt, IReadOnlySet<string> claimed, CancellationToken cancel);
}
