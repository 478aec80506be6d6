using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Exchange.Codex.Store;

namespace Exchange.Codex.Pending;

/// <summary>A sign-in that was begun (codex-auth.md 4.2). Its verifier and state are secrets.</summary>
[DebuggerDisplay("{ProfileId}")]
internal sealed class PendingSignIn
{
    public required string ProfileId { get; init; }

    public required string Verifier { get; init; }

    public required string State { get; init; }

    /// <summary>Unix ms.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Null in entries of other programs.</summary>
    public string? Selector { get; init; }

    public string? AuthPath { get; init; }

    public int Attempts { get; init; }

    public bool FallbackUsed { get; init; }

    /// <summary>Unix ms.</summary>
    public long ExpiresAt => CreatedAt + (long)CodexConstants.PendingLifetime.TotalMilliseconds;

    public bool IsExpired(DateTimeOffset now) => now.ToUnixTimeMilliseconds() > ExpiresAt;

    public JsonObject ToJson() =>
        new()
        {
            ["verifier"] = Verifier,
            ["state"] = State,
            ["createdAt"] = CreatedAt,
            ["schema"] = 1,
            ["selector"] = Selector,
            ["expiresAt"] = ExpiresAt,
            ["authPath"] = AuthPath,
            ["attempts"] = Attempts,
            ["fallbackUsed"] = FallbackUsed,
        };

    /// <summary>Null when it is not one.</summary>
    public static PendingSignIn? Of(string profileId, JsonNode? node)
    {
        if (
            node is not JsonObject entry
            || Text(entry, "verifier") is not { Length: > 0 } verifier
            || Text(entry, "state") is not { Length: > 0 } state
            || Number(entry, "createdAt") is not { } created
        )
        {
            return null;
        }
        return new PendingSignIn
        {
            ProfileId = profileId,
            Verifier = verifier,
            State = state,
            CreatedAt = created,
            Selector = Text(entry, "selector"),
            AuthPath = Text(entry, "authPath"),
            Attempts = (int)Math.Clamp(Number(entry, "attempts") ?? 0, 0, int.MaxValue),
            FallbackUsed = entry["fallbackUsed"] is JsonValue used && used.GetValueKind() == JsonValueKind.True,
        };
    }

    public static long? Number(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    private static string? Text(JsonObject entry, string name) => StoreJson.Text(entry[name]);
}
