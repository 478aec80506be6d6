using System.Globalization;
using System.Text.RegularExpressions;

namespace Exchange.Faults.Files.Hostile;

/// <summary>
/// What became of edits in one hostile surrounding: each must succeed or end in an error of ours with a stable id, and what is refused
/// leaves the old bytes and nothing new beside them.
/// </summary>
internal sealed partial class HostileRow(string name)
{
    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private int _tried;
    private int _succeeded;

    /// <summary>What is said more in the note.</summary>
    public string More { get; set; } = "";

    /// <summary>Makes one edit. True when it was refused.</summary>
    public async Task<bool> EditAsync(ISharedFile file, string folder, int number)
    {
        _tried++;
        try
        {
            await file.EditAsync(folder, 0, number);
            _succeeded++;
            return false;
        }
        catch (ExchangeException trouble) when (StableId().IsMatch(trouble.ErrorId))
        {
            _refusals[trouble.ErrorId] = _refusals.GetValueOrDefault(trouble.ErrorId) + 1;
            return true;
        }
        catch (Exception trouble)
        {
            Wrong(file, $"{trouble.GetType().Name}: {trouble.Message}");
            return true;
        }
    }

    /// <summary>Looks that nothing has changed since <paramref name="before"/> but locks.</summary>
    public void CheckUntouched(ISharedFile file, FolderSnapshot before, FolderSnapshot after)
    {
        if (before.Difference(after, file.Locks, file.IsAppended) is { } difference)
        {
            Wrong(file, difference);
        }
    }

    /// <summary>Looks that the file is whole and takes the next edit.</summary>
    public async Task CheckGoesOnAsync(ISharedFile file, string folder, int number)
    {
        if (file.Torn(folder) is { } torn)
        {
            Wrong(file, torn);
        }
        try
        {
            await file.EditAsync(folder, 0, number);
        }
        catch (Exception trouble)
        {
            Wrong(file, $"afterwards: {trouble.GetType().Name}: {trouble.Message}");
        }
    }

    public void Wrong(ISharedFile file, string what) => _wrong.Add($"{file.Name}: {what.ReplaceLineEndings(" ")}");

    public Outcome Outcome()
    {
        var ids = string.Join(", ", _refusals.Select(refused => $"{refused.Value} {refused.Key}"));
        var note = string.Create(CultureInfo.InvariantCulture, $"{_succeeded} done, refused: {ids}{More}");
        return new Outcome(name, _tried, _wrong.Count, _wrong.FirstOrDefault() ?? note);
    }

    /// <summary>A gap, which is no pass.</summary>
    public static Outcome NotTried(string name, string why) =>
        new(name, 0, 0, $"not tried: {why.ReplaceLineEndings(" ")}");

    [GeneratedRegex(@"^(?:Exchange|Okx|CodexAuth|TradeGuard|TradeSession)\.[A-Za-z_.]+\z", RegexOptions.None, 1000)]
    private static partial Regex StableId();
}
