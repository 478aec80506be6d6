namespace Exchange.Desk;

/// <summary>The boundary of the write corridor: a pure judgement of a draft. Its refusal is final.</summary>
public interface IGuard
{
    /// <summary>Returns when the draft may go on to confirmation.</summary>
    /// <exception cref="ExchangeException">Of kind <see cref="ErrorKind.Refused"/>: nothing is sent, and no switch turns it.</exception>
    void Check(IDraft draft);
}

/// <summary>A guard without rules, for writes that no session covers.</summary>
public sealed class OpenGuard : IGuard
{
    /// <summary>The only one there needs to be.</summary>
    public static OpenGuard Instance { get; } = new();

    /// <inheritdoc/>
    public void Check(IDraft draft) { }
}
