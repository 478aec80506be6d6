namespace Exchange.Desk;

/// <summary>The boundary of the write corridor: a judgement of a draft. Its refusal is final.</summary>
public interface IGuard
{
    /// <summary>Returns when the draft may go on to confirmation; what it may keep, it keeps before it returns.</summary>
    /// <param name="draft">What is going to be sent.</param>
    /// <param name="cancel">Ends the wait for other processes.</param>
    /// <exception cref="ExchangeException">Of kind <see cref="ErrorKind.Refused"/>: nothing is sent, and no switch turns it.</exception>
    Task CheckAsync(IDraft draft, CancellationToken cancel);

    /// <summary>What the journal keeps of the judgement beside the facts of an attempt; asked for after <see cref="CheckAsync"/>.</summary>
    IReadOnlyDictionary<string, string> Facts => NoFacts;

    private static readonly Dictionary<string, string> NoFacts = [];
}

/// <summary>A guard without rules, for writes that no session covers.</summary>
public sealed class OpenGuard : IGuard
{
    /// <summary>The only one there needs to be.</summary>
    public static OpenGuard Instance { get; } = new();

    /// <inheritdoc/>
    public Task CheckAsync(IDraft draft, CancellationToken cancel) => Task.CompletedTask;
}
