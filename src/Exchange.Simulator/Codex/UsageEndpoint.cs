using Exchange.Simulator.Http;

namespace Exchange.Simulator.Codex;

/// <summary>What an account has used (codex-auth.md section 12), or 401, which says nothing about the login elsewhere.</summary>
internal static class UsageEndpoint
{
    private const string Scheme = "Bearer ";
    private const int FiveHours = 18_000;
    private const int Week = 604_800;

    public static void Answer(Call call, CodexVenue venue)
    {
        var sent = call.Headers["Authorization"] ?? "";
        var owner = sent.StartsWith(Scheme, StringComparison.Ordinal)
            ? venue.Owner(sent[Scheme.Length..], call.NowMs)
            : null;
        if (owner is null || call.Headers["ChatGPT-Account-Id"] is { } named && named != owner.AccountId)
        {
            call.Fail(401, "detail", "Unauthorized");
            return;
        }
        call.AccountName = owner.AccountId;
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("plan_type", owner.Plan);
        json.WriteStartObject("rate_limit");
        json.WriteBoolean("allowed", venue.UsedPercent < 100);
        json.WriteBoolean("limit_reached", venue.UsedPercent >= 100);
        Window(call, "primary_window", venue.UsedPercent, FiveHours);
        Window(call, "secondary_window", venue.UsedPercent / 2, Week);
        json.WriteEndObject();
        json.WriteStartObject("credits");
        json.WriteBoolean("has_credits", true);
        json.WriteBoolean("unlimited", false);
        json.WriteString("balance", "12.50");
        json.WriteEndObject();
        json.WriteNull("additional_rate_limits");
        json.WriteNull("rate_limit_reached_type");
        json.WriteEndObject();
    }

    // Windows begin at whole multiples of their length, so that the same moment has the same answer.
    private static void Window(Call call, string name, int used, int seconds)
    {
        var now = call.NowMs / 1000;
        var reset = ((now / seconds) + 1) * seconds;
        call.Json.WriteStartObject(name);
        call.Json.WriteNumber("used_percent", used);
        call.Json.WriteNumber("limit_window_seconds", seconds);
        call.Json.WriteNumber("reset_after_seconds", reset - now);
        call.Json.WriteNumber("reset_at", reset);
        call.Json.WriteEndObject();
    }
}
