using Exchange.Desk;

namespace Exchange.PowerShell;

/// <summary>Ids of the latest attempts in the journal; none when it cannot be read.</summary>
public sealed class AttemptCompleter : ListCompleter
{
    private const int Latest = 50;

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        Read().Reverse().Take(Latest).Select(attempt => (attempt.AttemptId, $"{attempt.State}: {attempt.Summary}"));

    // A long journal is not waited for.
    private static IEnumerable<Attempt> Read()
    {
        var journal = ExchangeRuntime.Current.Journal;
        return BackgroundFetch.Locally(() => journal.ReadAsync(CancellationToken.None))?.Attempts ?? [];
    }
}
