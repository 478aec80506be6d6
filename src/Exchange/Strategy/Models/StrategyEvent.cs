using System.Globalization;
using System.Text.Json;
using Exchange.Http;

namespace Exchange.Strategy;

/// <summary>One entry of an order's execution history, with what the catalogue says of its code (strategy.md 9.5, 13).</summary>
public sealed record StrategyEvent
{
    private static readonly string[] TimeFields = ["time", "createTime", "timestamp", "updateTime", "eventTime"];

    /// <summary>The service's number; null when there is none.</summary>
    public long? Code { get; init; }

    /// <summary>The catalogue's name, for programs; null when the code is not in it.</summary>
    public string? Name { get; init; }

    /// <summary>What happened, in the language of the UI culture.</summary>
    public required string Message { get; init; }

    /// <summary>True when the engine will not try again; false for codes that are not in the catalogue.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The transaction, if one was sent.</summary>
    public string? TxHash { get; init; }

    /// <summary>When, where the service says so.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The entry as it came.</summary>
    public JsonElement GetRaw() => Raw;

    internal JsonElement Raw { get; init; }

    internal static StrategyEvent Of(JsonElement entry)
    {
        var code = long.TryParse(
            Text(entry, "code"),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : (long?)null;
        var row = ExecutionEvents.Find(code);
        return new StrategyEvent
        {
            Code = code,
            Name = row?.Name,
            Message = row is not null
                ? Language.Choose(row.English, row.Chinese)
                : Text(entry, "msg") ?? (code is { } known ? StrategyWording.EventCode(known) : "-"),
            IsTerminal = row?.IsTerminal == true,
            TxHash = Text(entry, "txHash"),
            At = TimeFields
                .Select(name => Wire.LenientTime.Of(Text(entry, name)))
                .FirstOrDefault(time => time is not null),
            Raw = entry.Clone(),
        };
    }

    /// <summary>
    /// Oldest first. The order of the service's list is not documented: by time where every entry has one, else as it came.
    /// </summary>
    internal static IReadOnlyList<StrategyEvent> All(JsonElement[]? entries)
    {
        var events = (entries ?? []).Where(entry => entry.ValueKind == JsonValueKind.Object).Select(Of).ToList();
        return events.TrueForAll(happened => happened.At is not null)
            ? [.. events.OrderBy(happened => happened.At)]
            : events;
    }

    private static string? Text(JsonElement entry, string name)
    {
        if (!JsonWords.Find(entry, name, out var value))
        {
            return null;
        }
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : JsonWords.Of(value);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
