namespace Exchange.Faults.Orders;

/// <summary>One command of a user.</summary>
/// <param name="Words">The command line, without the consent.</param>
/// <param name="Input">What comes down the pipeline; null when nothing does.</param>
internal sealed record Write(string[] Words, IReadOnlyList<object?>? Input = null)
{
    /// <summary>The same with an attempt id of the caller's.</summary>
    public Write As(string attemptId) => this with { Words = [.. Words, "-AttemptId", attemptId] };
}
