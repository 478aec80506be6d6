namespace Exchange.Guard;

/// <summary>Where attempt ids are remembered. What cannot be read or written throws: an order is refused rather than sent twice.</summary>
public interface IDuplicateStore
{
    /// <summary>True when one of the ids was seen within the window; else, in the same indivisible step, they are recorded.</summary>
    /// <param name="ids">The ids of one call; any text.</param>
    /// <param name="now">The moment of the question.</param>
    /// <param name="window">How long an id counts.</param>
    /// <param name="record">False only to look.</param>
    /// <param name="cancel">Ends the wait for other processes.</param>
    /// <exception cref="ExchangeException">The store cannot be used.</exception>
    Task<bool> IsDuplicateAsync(
        IReadOnlyList<string> ids,
        DateTimeOffset now,
        TimeSpan window,
        bool record,
        CancellationToken cancel
    );
}
