using System.Globalization;
using Exchange.Desk;
using Exchange.Storage;

namespace Exchange.Faults.Files;

/// <summary>The journal: an intent and its outcome are an edit each, and every line stays.</summary>
internal sealed class WriteJournal : ISharedFile
{
    private static readonly Uri Address = new("http://127.0.0.1:1/v3");

    public string Name => "write journal";

    public string FileName => "journal.log";

    public string[] Locks => [$"{FileName}.lock"];

    public bool IsAppended => true;

    public Task PrepareAsync(string folder) => Task.CompletedTask;

    public async Task<string> EditAsync(string folder, int writer, int number)
    {
        var journal = new Journal(new StateFolder(folder));
        var id = Id(writer, number);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["pair"] = "btc_twd" };
        var now = DateTimeOffset.UtcNow;
        try
        {
            await journal.WriteAsync(
                [new AttemptIntent(id, now, "Test", "PlaceOrder", null, Address, facts)],
                idsAreFresh: false,
                default
            );
        }
        catch (ExchangeException trouble) when (trouble.ErrorId == "Exchange.AttemptExists")
        {
            // This writer was killed between the two lines.
        }
        await journal.WriteAsync([new AttemptOutcome(id, now, AttemptState.Accepted, $"order of {id}", null)], default);
        return id;
    }

    public string? Missing(string folder, int writer, int number) => null;

    public string? Torn(string folder)
    {
        var content = new Journal(new StateFolder(folder)).ReadAsync(default).GetAwaiter().GetResult();
        return content.CorruptLines.Count == 0 ? null : $"line {content.CorruptLines[0]} is torn";
    }

    public IEnumerable<string> Lost(string folder, IReadOnlyList<(int Writer, int Number, string Left)> reported)
    {
        var known = new Journal(new StateFolder(folder))
            .ReadAsync(default)
            .GetAwaiter()
            .GetResult()
            .Attempts.Where(attempt =>
                attempt.State == AttemptState.Accepted && attempt.Reference == $"order of {attempt.AttemptId}"
            )
            .Select(attempt => attempt.AttemptId)
            .ToHashSet(StringComparer.Ordinal);
        return reported.Select(edit => edit.Left).Where(id => !known.Contains(id));
    }

    private static string Id(int writer, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"attempt-{writer}-{number}");
}
