using System.Globalization;
using System.Text.Json;
using Exchange.Guard;

namespace Exchange.Faults.Files;

/// <summary>The guard's attempt ids: of two processes that ask for one id, one alone is told that it is new.</summary>
internal sealed class GuardAttempts : ISharedFile
{
    private const string Won = "won ";
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public string Name => "guard's attempt ids";

    public string FileName => "guard-attempts.json";

    public string[] Locks => [$"{FileName}.lock"];

    public Task PrepareAsync(string folder) => Task.CompletedTask;

    public async Task<string> EditAsync(string folder, int writer, int number)
    {
        var isShared = number % 2 == 0;
        var id = string.Create(CultureInfo.InvariantCulture, $"{(isShared ? "all" : writer)}-{number}");
        var isDuplicate = await Store(folder)
            .IsDuplicateAsync([id], DateTimeOffset.UtcNow, Window, record: true, default);
        return isShared && !isDuplicate ? Won + id : id;
    }

    public string? Missing(string folder, int writer, int number) => null;

    public string? Torn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object ? null : "it is no object";
        }
        catch (JsonException trouble)
        {
            return trouble.Message;
        }
    }

    public IEnumerable<string> Lost(string folder, IReadOnlyList<(int Writer, int Number, string Left)> reported)
    {
        var store = Store(folder);
        var gone = reported
            .Select(edit => edit.Left.Replace(Won, "", StringComparison.Ordinal))
            .Where(id => store.FindAsync(id, default).GetAwaiter().GetResult() is null);
        var twice = reported
            .Select(edit => edit.Left)
            .Where(left => left.StartsWith(Won, StringComparison.Ordinal))
            .GroupBy(left => left, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {same.Count()} were told that it is new");
        return gone.Concat(twice);
    }

    private FileDuplicateStore Store(string folder) => new(Path.Combine(folder, FileName));
}
