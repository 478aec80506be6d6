using System.Text.Json.Nodes;
using Exchange.Codex.Store;

namespace Exchange.Codex;

/// <summary>A profile of the store, without its tokens (codex-auth.md section 7).</summary>
public sealed record CodexProfile
{
    private const decimal LargestSeconds = 10_000_000_000m;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>The store's id.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The text behind the colon: what <c>-Profile</c> takes.</summary>
    public required string Selector { get; init; }

    /// <summary>The provider in the record.</summary>
    public string? Provider { get; init; }

    /// <summary>True when a later version of the other program has renamed the provider; it is never taken for the default.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>oauth, api_key or token.</summary>
    public string? Type { get; init; }

    /// <summary>The account.</summary>
    public string? AccountId { get; init; }

    /// <summary>From the record, else from what the token says of itself.</summary>
    public string? Email { get; init; }

    /// <summary>When the access token ends, in UTC.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>valid, expiring (within five minutes), expired, missing, invalid_expires.</summary>
    public required string ExpiryState { get; init; }

    /// <summary>True when there is a refresh token.</summary>
    public bool HasRefresh { get; init; }

    /// <summary>True when the store's list of profiles to use has it; null when there is no list.</summary>
    public bool? InOrder { get; init; }

    /// <summary>True when <c>default</c> means this one.</summary>
    public bool IsDefault { get; init; }

    /// <summary>When the other program used it last, in UTC.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>Until when the other program leaves it alone, in UTC.</summary>
    public DateTimeOffset? CooldownUntil { get; init; }

    /// <summary>Errors in a row that the other program counted.</summary>
    public long? ErrorCount { get; init; }

    internal static CodexProfile Of(StoreDocument store, string id, DateTimeOffset now)
    {
        var record = store.Find(id);
        var access = StoreDocument.Text(record, "access");
        var (expires, state) = Expiry(record?["expires"], now);
        var (defaultId, _) = CodexSelector.Resolve(CodexConstants.DefaultSelector, store.Ids, store.Discovered);
        var usage = store.Statistics(id);
        return new CodexProfile
        {
            ProfileId = id,
            Selector = CodexSelector.Of(id),
            Provider = StoreDocument.Text(record, "provider"),
            IsRenamed = StoreDocument.IsProvider(record, CodexConstants.RenamedProvider),
            Type = StoreDocument.Text(record, "type"),
            AccountId = StoreDocument.Text(record, "accountId"),
            Email = StoreDocument.Text(record, "email") ?? CodexClaims.Read(access)?.Email,
            Expires = expires,
            ExpiryState = state,
            HasRefresh = StoreDocument.Text(record, "refresh") is { Length: > 0 },
            InOrder = store.Ordered?.Contains(id, StringComparer.Ordinal),
            IsDefault = id == defaultId,
            LastUsed = Time(usage, "lastUsed"),
            CooldownUntil = Time(usage, "cooldownUntil"),
            ErrorCount = Number(usage?["errorCount"]) is { } count and >= 0 and < long.MaxValue ? (long)count : null,
        };
    }

    /// <summary>When it ends, and what that means now. Seconds are taken for what they are, for display only.</summary>
    internal static (DateTimeOffset? Expires, string State) Expiry(JsonNode? expires, DateTimeOffset now)
    {
        if (expires is null)
        {
            return (null, "missing");
        }
        if (Number(expires) is not { } number || number <= 0)
        {
            return (null, "invalid_expires");
        }
        var at = Instant(number <= LargestSeconds ? number * 1000 : number);
        return at is not { } end ? (null, "invalid_expires")
            : end <= now ? (at, "expired")
            : end <= now + Soon ? (at, "expiring")
            : (at, "valid");
    }

    private static DateTimeOffset? Time(JsonObject? from, string name) =>
        Number(from?[name]) is { } number and > 0 ? Instant(number) : null;

    private static DateTimeOffset? Instant(decimal milliseconds) =>
        milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : null;

    private static decimal? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;
}

/// <summary>A profile as a choice of a chat surface (codex-auth.md section 7).</summary>
/// <param name="Label">What the button says.</param>
/// <param name="CallbackData">What the button sends: at most 64 bytes.</param>
/// <param name="TextFallback">The whole choice as text, for channels without buttons.</param>
public sealed record CodexProfileChoice(string Label, string CallbackData, string TextFallback);
