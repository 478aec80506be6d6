using System.Globalization;

namespace Exchange.Strategy;

/// <summary>Statuses of strategy orders (strategy.md 3.2). A number that is not listed is kept as it is.</summary>
public enum StrategyOrderStatus
{
    /// <summary>-7: not triggered in time.</summary>
    Expired = -7,

    /// <summary>-3: on its way to cancelled.</summary>
    Cancelling = -3,

    /// <summary>-2: cancelled.</summary>
    Cancelled = -2,

    /// <summary>-1: failed for good.</summary>
    Failed = -1,

    /// <summary>0: triggered, being traded.</summary>
    Trading = 0,

    /// <summary>1: traded.</summary>
    Completed = 1,

    /// <summary>2: accepted, not yet active.</summary>
    Creating = 2,

    /// <summary>3: waits for its trigger.</summary>
    Active = 3,

    /// <summary>4: waits to be resumed.</summary>
    Suspended = 4,
}

/// <summary>The table of strategy.md 3.2: words, labels and what is final.</summary>
public static class StrategyOrderStatuses
{
    private sealed record Row(
        StrategyOrderStatus Status,
        IReadOnlyList<string> Words,
        string English,
        string Chinese,
        bool IsTerminal
    );

    private static readonly Row[] Table =
    [
        new(StrategyOrderStatus.Expired, ["expired"], "Expired", "已过期", true),
        new(StrategyOrderStatus.Cancelling, ["cancelling"], "Cancelling", "取消中", false),
        new(StrategyOrderStatus.Cancelled, ["cancelled"], "Cancelled", "已取消", true),
        new(StrategyOrderStatus.Failed, ["failed"], "Failed", "已失败", true),
        new(StrategyOrderStatus.Trading, ["processing", "trading"], "Trading", "交易中", false),
        new(StrategyOrderStatus.Completed, ["completed"], "Completed", "已完成", true),
        new(StrategyOrderStatus.Creating, ["creating"], "Creating", "创建中", false),
        new(StrategyOrderStatus.Active, ["active"], "Active", "活跃中", false),
        new(StrategyOrderStatus.Suspended, ["suspended"], "Suspended", "已暂停", false),
    ];

    /// <summary>Every status, in the order of the contract.</summary>
    public static IReadOnlyList<StrategyOrderStatus> All { get; } = [.. Table.Select(row => row.Status)];

    /// <summary>What a list shows unless it is asked otherwise: whatever has not ended.</summary>
    public static IReadOnlyList<StrategyOrderStatus> Live { get; } =
    [.. Table.Where(row => !row.IsTerminal).Select(row => row.Status)];

    /// <summary>The label in the language of the UI culture.</summary>
    public static string LabelOf(StrategyOrderStatus status) =>
        RowOf(status) is { } row ? Language.Choose(row.English, row.Chinese) : StrategyWording.Unknown((int)status);

    /// <summary>True when the order has ended for good; false for numbers that are not listed.</summary>
    public static bool IsTerminal(StrategyOrderStatus status) => RowOf(status)?.IsTerminal == true;

    /// <summary>
    /// The statuses that a filter names: numbers, words, labels of either language, comma lists, or All; nothing named is the
    /// live ones (strategy.md 9.2).
    /// </summary>
    /// <exception cref="ExchangeException"><c>Strategy.StatusUnknown</c></exception>
    public static IReadOnlyList<StrategyOrderStatus> Filter(IEnumerable<string>? texts)
    {
        var named = (texts ?? [])
            .SelectMany(text => text.Split(','))
            .Select(text => text.Trim())
            .Where(text => text.Length > 0)
            .SelectMany(Named)
            .Distinct()
            .ToList();
        return named.Count > 0 ? named : Live;
    }

    private static IEnumerable<StrategyOrderStatus> Named(string text)
    {
        var word = text.ToLowerInvariant().Replace('-', '_');
        if (word == "all")
        {
            return All;
        }
        var row = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? RowOf((StrategyOrderStatus)number)
            : Array.Find(Table, row => row.Words.Contains(word, StringComparer.Ordinal) || IsLabel(row, text));
        return
        [
            row?.Status
                ?? throw StrategyError.Input(
                    "StatusUnknown",
                    $"Unknown status \"{text}\". Valid: {string.Join(", ", Table.SelectMany(row => row.Words))}, all.",
                    "Give words or numbers of strategy orders' statuses.",
                    "Status"
                ),
        ];
    }

    private static bool IsLabel(Row row, string text) =>
        row.English.Equals(text, StringComparison.OrdinalIgnoreCase) || row.Chinese == text;

    private static Row? RowOf(StrategyOrderStatus status) => Array.Find(Table, row => row.Status == status);
}
