namespace Exchange.Faults.BadBytes;

/// <summary>Something that reads bytes of strangers.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Seeds">Good inputs, from which bad ones are made.</param>
/// <param name="Read">Reads one input; what it may throw is checked.</param>
/// <param name="IsOwn">Which exceptions are an answer.</param>
/// <param name="Share">How many of the campaign's inputs it gets, in comparison with the others.</param>
internal sealed record Reader(
    string Name,
    IReadOnlyList<byte[]> Seeds,
    Action<byte[]> Read,
    Func<Exception, bool> IsOwn,
    int Share
);
