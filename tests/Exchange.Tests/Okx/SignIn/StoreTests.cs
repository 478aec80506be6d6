using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx.SignIn;

/// <summary>The sealed state (okx-account.md 5.2), and signing out.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task The_state_is_for_its_owner_alone_and_not_readable_in_a_copy()
    {
        await using var bench = new SignInBench();
        await bench.SignInAsync();

        var content = await File.ReadAllBytesAsync(bench.Bench.StorePath, SignInBench.Cancel);

        Assert.DoesNotContain("access", System.Text.Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(bench.Bench.StorePath)!, "okx-ps-auth.dat*"))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("truncated")]
    [InlineData("another key")]
    public async Task A_state_that_cannot_be_opened_is_nobody_and_is_put_aside_by_the_next_writer(string harm)
    {
        await using var bench = new SignInBench();
        await bench.SignInAsync();
        var path = bench.Bench.StorePath;
        switch (harm)
        {
            case "garbage":
                await File.WriteAllTextAsync(path, "not what it was", SignInBench.Cancel);
                break;
            case "truncated":
                await File.WriteAllBytesAsync(
                    path,
                    (await File.ReadAllBytesAsync(path, SignInBench.Cancel))[..20],
                    SignInBench.Cancel
                );
                break;
            default:
                await File.WriteAllBytesAsync(path + ".key", new byte[32], SignInBench.Cancel);
                break;
        }

        Assert.Equal(OkxAuthStatus.NotLoggedIn, (await bench.StatusAsync()).Status);
        Assert.Single(bench.Bench.Warnings);
        Assert.Equal("ABCD-EFGH", (await bench.StartAsync()).UserCode);

        Assert.True(File.Exists(path + ".bad"));
        Assert.Equal(OkxAuthStatus.Pending, bench.Bench.SignIn.Peek().Status);
    }

    [Fact]
    public async Task Signing_out_forgets_session_and_code_keeps_the_registration_and_asks_nobody()
    {
        await using var bench = new SignInBench();
        await bench.SignInAsync();
        var before = bench.Bench.Server.Count;

        Assert.True(await bench.Bench.SignIn.SignOutAsync(SignInBench.Cancel));
        Assert.False(await bench.Bench.SignIn.SignOutAsync(SignInBench.Cancel));

        Assert.Equal(
            """{"profile":"oauth","site":"global","status":"not_logged_in"}""",
            (await bench.StatusAsync()).ToJson()
        );
        Assert.Equal((before, 1), (bench.Bench.Server.Count, bench.State().Clients.Count));
    }

    [Fact]
    public async Task What_another_service_gave_counts_for_nothing()
    {
        await using var one = new SignInBench();
        await one.SignInAsync();
        await using var another = new SignInBench();
        File.Copy(one.Bench.StorePath, another.Bench.StorePath);
        File.Copy(one.Bench.StorePath + ".key", another.Bench.StorePath + ".key");

        Assert.Equal(OkxAuthStatus.NotLoggedIn, (await another.StatusAsync()).Status);
        Assert.Null(another.State().ClientOf(another.Bench.Service("eea")));
    }

    [Fact]
    public async Task A_login_at_another_site_takes_the_place_of_the_session_when_it_succeeds()
    {
        await using var bench = new SignInBench();
        await bench.SignInAsync("eea");
        bench.WillGive(bench.Device(("device_code", "another-device-code")));
        await bench.StartAsync("us", force: true);
        Assert.Equal("eea", bench.State().Session!.Site);
        bench.WillPoll(SignInBench.Granted("access-token-0002", "refresh-token-0002"));
        bench.Pass(5);

        var status = await bench.StatusAsync();

        Assert.Equal(("us", OkxAuthStatus.LoggedIn), (status.Site, status.Status));
        Assert.Equal("access-token-0002", bench.State().Session!.AccessToken);
    }

    [Fact]
    public void What_people_see_of_a_status_is_site_status_and_scopes()
    {
        var status = new OkxAuthStatus
        {
            Site = "eea",
            Status = OkxAuthStatus.LoggedIn,
            ExpiresAt = new ManualClock().GetUtcNow(),
            Ttl = 1234,
            Scopes = ["live:read"],
        };

        Assert.Equal("logged_in eea live:read", status.ToString());
        Assert.Equal("not_logged_in", OkxAuthStatus.Nobody.ToString());
    }
}
