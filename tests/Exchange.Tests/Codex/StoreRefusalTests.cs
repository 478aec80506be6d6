using Exchange.Codex.Store;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>What a store may hold that is not written over, or only by force (codex-auth.md 5.5 to 5.8).</summary>
public sealed class StoreRefusalTests : IDisposable
{
    private readonly CodexBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"profiles":[]}""")]
    [InlineData("""{"profiles":null}""")]
    [InlineData("""{"version":1,"profiles":{"a":{"type":"oauth","acc""")]
    [InlineData("""{"profiles":{},"profiles":{}}""")]
    [InlineData("""{"profiles":{"a":{"x":1,"x":2}}}""")]
    [InlineData("""{"profiles":{"\ud800":{}}}""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("// comment\n{}")]
    public async Task A_corrupt_store_is_refused_and_its_bytes_stay(string content)
    {
        _bench.WriteStore(content);

        await Caught.ErrorAsync("CodexAuth.store_corrupt", () => _bench.WriteAsync("openai-codex:a"));

        Assert.Equal(content, _bench.ReadStore());
        Assert.Equal(["auth-profiles.json"], _bench.AgentFiles());
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_corrupt()
    {
        _bench.WriteStore("");
        byte[] bytes = [.. "{\"profiles\":{\"a\":\""u8, 0xFF, .. "\"}}"u8];
        File.WriteAllBytes(_bench.StorePath, bytes);

        await Caught.ErrorAsync("CodexAuth.store_corrupt", () => _bench.WriteAsync("openai-codex:a"));

        Assert.Equal(bytes, File.ReadAllBytes(_bench.StorePath));
    }

    [Theory]
    [InlineData("""{"anthropic":{"type":"api_key","key":"k"}}""")]
    [InlineData("""{"openai-codex":{"access":"a","refresh":"r"}}""")]
    public async Task A_flat_store_of_an_older_version_is_refused_and_stays(string content)
    {
        _bench.WriteStore(content);

        await Caught.ErrorAsync("CodexAuth.store_shape_unsupported", () => _bench.WriteAsync("openai-codex:a"));

        Assert.Equal(content, _bench.ReadStore());
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("1.5", true)]
    [InlineData("1", false)]
    [InlineData("1.0", false)]
    [InlineData("\"x\"", false)]
    public async Task A_newer_version_is_refused_without_force(string version, bool isRefused)
    {
        _bench.WriteStore($"{{\"version\":{version},\"profiles\":{{}}}}");
        if (isRefused)
        {
            await Caught.ErrorAsync("CodexAuth.store_version_unsupported", () => _bench.WriteAsync("openai-codex:a"));
        }

        await _bench.WriteAsync("openai-codex:a", force: true);

        Assert.Contains($"\"version\": {version},", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_accounts_login_is_replaced_only_by_force_and_then_what_was_theirs_goes()
    {
        _bench.WriteStore(Stores.Rich);
        await Caught.ErrorAsync("CodexAuth.account_mismatch", () => _bench.WriteAsync("openai-codex:work", "acct-2"));
        Assert.Equal(Stores.Rich, _bench.ReadStore());

        var written = await _bench.WriteAsync("openai-codex:work", "acct-2", force: true);

        var record = written.Written.Find("openai-codex:work")!;
        Assert.Null(record["email"]);
        Assert.Equal("0.10", record["extra"]!.ToJsonString());
        Assert.Equal("acct-2", StoreDocument.Text(record, "accountId"));
        Assert.NotNull(written.BackupPath);
    }

    [Fact]
    public async Task Tokens_behind_a_secret_reference_are_not_overwritten_without_force()
    {
        _bench.WriteStore("""{"profiles":{"openai-codex:a":{"provider":"openai-codex","oauthRef":{"file":"x"}}}}""");

        await Caught.ErrorAsync("CodexAuth.profile_uses_secret_ref", () => _bench.WriteAsync("openai-codex:a"));
        await _bench.WriteAsync("openai-codex:a", force: true);
    }

    [Fact]
    public async Task A_record_that_is_no_object_is_refused()
    {
        _bench.WriteStore("""{"profiles":{"openai-codex:a":"x"}}""");

        await Caught.ErrorAsync(
            "CodexAuth.store_shape_unsupported",
            () => _bench.WriteAsync("openai-codex:a", force: true)
        );
    }
}
