using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>Codes and tokens go to two hosts and to a simulator on this machine; nothing that can be set names another (codex-auth.md section 8).</summary>
public sealed class HostTests
{
    [Fact]
    public void The_live_hosts_are_constants()
    {
        Assert.Equal("https://auth.openai.com/", CodexEndpoint.Live.SignIn.AbsoluteUri);
        Assert.Equal("https://chatgpt.com/", CodexEndpoint.Live.Usage.AbsoluteUri);
        Assert.Equal(443, CodexEndpoint.Live.SignIn.Port);
        Assert.False(CodexEndpoint.Live.IsRehearsal);
    }

    [Fact]
    public void No_endpoint_can_be_made_but_these_two()
    {
        Assert.Empty(typeof(CodexEndpoint).GetConstructors());
        Assert.All(
            typeof(CodexEndpoint).GetProperties(),
            property => Assert.True(property.SetMethod is null, $"{property.Name} can be set.")
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:8787/")]
    [InlineData("http://127.9.9.9:1/")]
    [InlineData("http://[::1]:8787/")]
    [InlineData("http://localhost:8787/whatever?x=1")]
    public void A_simulator_is_on_this_machine(string address)
    {
        var endpoint = CodexEndpoint.Simulator(new Uri(address));

        Assert.True(endpoint.IsRehearsal && endpoint.SignIn.IsLoopback && endpoint.Usage.IsLoopback);
        Assert.Equal("/codex/", endpoint.SignIn.AbsolutePath);
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("ftp://127.0.0.1/")]
    public void Nothing_else_is_a_simulator(string address) =>
        Assert.Throws<ArgumentException>(() => CodexEndpoint.Simulator(new Uri(address)));

    [Fact]
    public async Task A_real_login_is_never_sent_to_a_rehearsal()
    {
        await using var server = new LoopbackServer(_ => Answer.Json("{}"));
        using var bench = new CodexBench(server.Address);
        var jwt = CodexVectors.Jwt(CodexVectors.Payload);
        bench.WriteStore(
            "{\"profiles\":{\"openai-codex:work\":{\"provider\":\"openai-codex\",\"access\":\""
                + jwt
                + "\",\"refresh\":\"rt_real\"}}}"
        );
        var signIn = bench.SignIn();

        await Caught.ErrorAsync(
            "CodexAuth.not_a_rehearsal_profile",
            () => signIn.RefreshAsync("work", force: false, CodexBench.Cancel)
        );
        await Caught.ErrorAsync(
            "CodexAuth.not_a_rehearsal_profile",
            async () =>
                await signIn
                    .GetUsageAsync("work", TimeSpan.FromSeconds(5), 0, CodexBench.Cancel)
                    .GetAsyncEnumerator(CodexBench.Cancel)
                    .MoveNextAsync()
        );

        Assert.Equal(0, server.Count);
    }

    [Fact]
    public void A_rehearsal_has_files_of_its_own_unless_told_otherwise()
    {
        var live = CodexPlaces.Locate(name => name is "HOME" or "USERPROFILE" ? "/h" : null, null);
        var rehearsal = CodexPlaces.Locate(name => name is "HOME" or "USERPROFILE" ? "/h" : null, null, "/r");

        Assert.NotEqual(live.StorePath, rehearsal.StorePath);
        Assert.Empty(live.TemporaryFolders.Intersect(rehearsal.TemporaryFolders, StringComparer.Ordinal));
        Assert.StartsWith(Path.GetFullPath("/r"), rehearsal.StorePath, StringComparison.Ordinal);
        Assert.Equal(CodexStoreKind.Absent, StoreEra.Of(rehearsal));
    }

    // What a program of this kind has been told its hosts by, elsewhere.
    [Theory]
    [InlineData("CODEX_REFRESH_TOKEN_URL_OVERRIDE")]
    [InlineData("CODEX_USAGE_ENDPOINT")]
    [InlineData("CODEX_BASE_URL")]
    [InlineData("OPENAI_BASE_URL")]
    [InlineData("CHATGPT_BASE_URL")]
    public void No_source_reads_a_variable_that_names_a_host(string variable)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Exchange.sln")))
        {
            root = root.Parent;
        }
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(variable, StringComparison.Ordinal)
        );
    }
}
