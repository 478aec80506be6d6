using Exchange.Codex.Store;

namespace Exchange.Tests.Codex;

/// <summary>A store as the other program may have left it, and a write to it.</summary>
internal static class Stores
{
    /// <summary>With a login of ours, another provider, and members that no version knows.</summary>
    public const string Rich = """
        {
          "future": {"b": 1.0, "a": [1e3, 12345678901234567890, "\u00e9\ud83d\ude00 < > &", null, true, {}, []]},
          "version": 1,
          "profiles": {
            "anthropic:default": {"type": "api_key", "provider": "anthropic", "key": "k", "n": 1.50},
            "openai-codex:work": {
              "extra": 0.10,
              "accountId": "acct-1",
              "type": "oauth",
              "provider": "openai-codex",
              "access": "old",
              "refresh": "old",
              "expires": 1,
              "email": "a@example.invalid"
            }
          },
          "lastGood": {"openai-codex": "openai-codex:work"},
          "usageStats": {"openai-codex:work": {"lastUsed": 1767225600000, "errorCount": 2, "cooldownUntil": 1767225660000}},
          "order": {"anthropic": ["anthropic:default"]}
        }
        """;

    /// <summary>Writes a login of this account and leaves the order alone.</summary>
    public static Task<StoreWrite> WriteAsync(
        this CodexBench bench,
        string id,
        string account = "acct-1",
        bool force = false
    ) => bench.Store().WriteAsync(id, bench.Tokens(account), setOrder: false, force, CodexBench.Cancel);
}
