using System.Globalization;
using System.Text.Json;

namespace Exchange.Codex.Wire;

/// <summary>The usage endpoint's answer; whatever is missing, null or unknown in it is passed over (codex-auth.md section 12).</summary>
internal static class UsageReply
{
    private static readonly TimeSpan WeekApart = TimeSpan.FromDays(3);

    /// <summary>The usage with the figures in it.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static CodexUsage Read(ReadOnlyMemory<byte> body, CodexUsage into)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("It is not an object.");
        }
        var limit = Member(root, "rate_limit");
        var primary = Member(limit, "primary_window");
        var secondary = Member(limit, "secondary_window");
        return into with
        {
            RemoteOk = true,
            Plan = Text(Member(root, "plan_type")),
            Allowed = Flag(Member(limit, "allowed")),
            LimitReached = Flag(Member(limit, "limit_reached")),
            CreditsBalance = Number(Member(Member(root, "credits"), "balance")),
            Windows =
            [
                .. new[] { Window(primary, null, "5h"), Window(secondary, primary, "Week") }.OfType<CodexUsageWindow>(),
            ],
        };
    }

    private static CodexUsageWindow? Window(JsonElement? window, JsonElement? primary, string missing)
    {
        if (window is not { ValueKind: JsonValueKind.Object })
        {
            return null;
        }
        var used = Number(Member(window, "used_percent"));
        var resetAt = Time(Number(Member(window, "reset_at")));
        return new CodexUsageWindow
        {
            Label = Label(
                Number(Member(window, "limit_window_seconds")),
                resetAt,
                Time(Number(Member(primary, "reset_at"))),
                missing
            ),
            UsedPercent = used,
            RemainingPercent = used is { } known ? Math.Max(0, 100 - known) : null,
            ResetAt = resetAt,
            ResetAfter = Number(Member(window, "reset_after_seconds")) is { } after and >= 0 and < 1_000_000_000
                ? TimeSpan.FromTicks((long)(after * TimeSpan.TicksPerSecond))
                : null,
        };
    }

    /// <summary>What a window is called, by its length; of a second one also by how much later it starts anew.</summary>
    internal static string Label(
        decimal? seconds,
        DateTimeOffset? resetAt,
        DateTimeOffset? primaryResetAt,
        string missing
    )
    {
        if (seconds is not { } length || length <= 0)
        {
            return missing;
        }
        var hours = decimal.Round(length / 3600, MidpointRounding.AwayFromZero);
        if (hours < 24)
        {
            return hours.ToString("0", CultureInfo.InvariantCulture) + "h";
        }
        return hours >= 168 || resetAt - primaryResetAt >= WeekApart ? "Week" : "Day";
    }

    private static JsonElement? Member(JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool? Flag(JsonElement? value) =>
        value?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static decimal? Number(JsonElement? value) =>
        value switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var known) => known,
            { ValueKind: JsonValueKind.String } text
                when decimal.TryParse(
                    text.GetString(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var known
                ) => known,
            _ => null,
        };

    private static DateTimeOffset? Time(decimal? seconds) =>
        seconds is { } known and > 0 && known < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)known)
            : null;
}
