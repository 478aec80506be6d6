using System.Text;
using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Codex;

/// <summary>The file of another program: what is ours to change changes, and every other byte of meaning stays (codex-auth.md 5.5 to 5.8).</summary>
public sealed class StoreContentTests : IDisposable
{
    private readonly CodexBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_new_store_is_exact()
    {
        var written = await _bench.WriteAsync("openai-codex:default");

        Assert.Equal(
            """
            {
              "version": 1,
              "profiles": {
                "openai-codex:default": {
                  "type": "oauth",
                  "provider": "openai-codex",
                  "access": "access-new",
                  "refresh": "refresh-new",
                  "expires": 1768089600000,
                  "accountId": "acct-1"
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            _bench.ReadStore()
        );
        Assert.Null(written.BackupPath);
        Assert.Equal(Modes.OwnerFile, Modes.Of(_bench.StorePath));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(_bench.Places.AgentFolder));
    }

    [Fact]
    public async Task Unknown_members_other_providers_and_the_text_of_numbers_are_preserved()
    {
        _bench.WriteStore(Stores.Rich);

        await _bench.WriteAsync("openai-codex:work");

        Assert.Equal(
            """
            {
              "future": {
                "b": 1.0,
                "a": [
                  1e3,
                  12345678901234567890,
                  "\u00e9\ud83d\ude00 < > &",
                  null,
                  true,
                  {},
                  []
                ]
              },
              "version": 1,
              "profiles": {
                "anthropic:default": {
                  "type": "api_key",
                  "provider": "anthropic",
                  "key": "k",
                  "n": 1.50
                },
                "openai-codex:work": {
                  "extra": 0.10,
                  "accountId": "acct-1",
                  "type": "oauth",
                  "provider": "openai-codex",
                  "access": "access-new",
                  "refresh": "refresh-new",
                  "expires": 1768089600000,
                  "email": "a@example.invalid"
                }
              },
              "lastGood": {
                "openai-codex": "openai-codex:work"
              },
              "usageStats": {
                "openai-codex:work": {
                  "lastUsed": 1767225600000,
                  "errorCount": 2,
                  "cooldownUntil": 1767225660000
                }
              },
              "order": {
                "anthropic": [
                  "anthropic:default"
                ]
              }
            }

            """.ReplaceLineEndings("\n"),
            _bench.ReadStore()
        );
    }

    [Fact]
    public async Task A_lone_surrogate_in_a_value_keeps_its_escape()
    {
        _bench.WriteStore("""{"profiles":{"x":{"name":"\ud800"}}}""");

        await _bench.WriteAsync("openai-codex:a");

        Assert.Contains("\"name\": \"\\ud800\"", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("{}")]
    [InlineData("\uFEFF{\"profiles\":{}}")]
    public async Task An_empty_store_is_a_new_one(string content)
    {
        _bench.WriteStore(content);

        await _bench.WriteAsync("openai-codex:a");

        Assert.False(File.ReadAllBytes(_bench.StorePath).AsSpan().StartsWith("\uFEFF"u8));
        Assert.Equal(["openai-codex:a"], (await _bench.Store().ReadAsync(CodexBench.Cancel)).Ids);
    }

    [Fact]
    public async Task A_renamed_provider_keeps_its_name()
    {
        _bench.WriteStore("""{"profiles":{"openai-codex:a":{"provider":"openai","accountId":"acct-1"}}}""");

        var written = await _bench.WriteAsync("openai-codex:a");

        Assert.Equal("openai", StoreDocument.Text(written.Written.Find("openai-codex:a"), "provider"));
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData(null, true, "openai-codex:b openai-codex:z openai-codex:a")]
    [InlineData("""["openai-codex:z"]""", false, "openai-codex:z openai-codex:a")]
    [InlineData("""["openai-codex:z"]""", true, "openai-codex:z openai-codex:a")]
    [InlineData("""["openai-codex:a","openai-codex:z"]""", false, "openai-codex:a openai-codex:z")]
    public async Task The_order_is_added_to_and_never_begun_unasked(string? order, bool setOrder, string? expected)
    {
        var section = order is null ? "" : $",\"order\":{{\"openai-codex\":{order}}}";
        _bench.WriteStore(
            """{"profiles":{"openai-codex:z":{"provider":"openai-codex"},"openai-codex:b":{"provider":" OpenAI-Codex "}}"""
                + section
                + "}"
        );

        var written = await _bench
            .Store()
            .WriteAsync("openai-codex:a", _bench.Tokens(), setOrder, false, CodexBench.Cancel);

        Assert.Equal(expected, written.Written.Ordered is { } ids ? string.Join(' ', ids) : null);
    }

    [Fact]
    public void Drift_in_another_profile_is_seen()
    {
        var before = StoreDocument.Parse(Encoding.UTF8.GetBytes(Stores.Rich), "x");
        var other = StoreDocument.Parse(
            Encoding.UTF8.GetBytes(Stores.Rich.Replace("1.50", "1.5", StringComparison.Ordinal)),
            "x"
        );
        var member = StoreDocument.Parse(
            Encoding.UTF8.GetBytes(Stores.Rich.Replace("\"b\": 1.0", "\"b\": 1", StringComparison.Ordinal)),
            "x"
        );

        Caught.Error("CodexAuth.profile_drift_detected", () => other.CheckDrift(before, "openai-codex:work"));
        Caught.Error("CodexAuth.profile_drift_detected", () => member.CheckDrift(before, "openai-codex:work"));
        before
            .With("openai-codex:work", _bench.Tokens(), setOrder: true)
            .CheckDrift(StoreDocument.Parse(Encoding.UTF8.GetBytes(Stores.Rich), "x"), "openai-codex:work");
    }

    [Fact]
    public void Whatever_numbers_and_texts_a_store_holds_they_keep_their_text() =>
        Prop.ForAll<long, NonNull<string>, bool>(
                (number, text, flag) =>
                {
                    var value = System.Text.Json.JsonSerializer.Serialize(text.Get);
                    var json =
                        $"{{\"x\":[{number}.0,{number}e2,{value},{(flag ? "true" : "null")}],\"profiles\":{{}}}}";
                    var written = Encoding.UTF8.GetString(
                        StoreDocument
                            .Parse(Encoding.UTF8.GetBytes(json), "x")
                            .With("openai-codex:a", new CodexTokens("a", "r", 1, "acct"), setOrder: false)
                            .ToBytes()
                    );
                    Assert.Contains($"{number}.0,\n    {number}e2,\n    {value},", written, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();
}
