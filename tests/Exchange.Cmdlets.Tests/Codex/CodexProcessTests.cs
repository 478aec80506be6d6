using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Codex;

/// <summary>What only whole processes show: the fixed port, a browser, proxies, and files that several share.</summary>
[Collection(nameof(FixedPort))]
public sealed class CodexProcessTests : IDisposable
{
    private readonly ProcessHarness _shell = new();

    public void Dispose()
    {
        var rehearsal = Path.Combine(_shell.Home, "codex-rehearsal");
        if (Directory.Exists(rehearsal))
        {
            Directory.Delete(rehearsal, recursive: true);
        }
        _shell.Dispose();
    }

    [Fact]
    public async Task A_sign_in_that_listens_emits_the_start_and_then_the_result()
    {
        Assert.SkipUnless(IsFree(1455), "Somebody uses port 1455.");
        using var process = _shell.Start("Start-CodexAuth work -Listen -TimeoutSec 60");
        var start = Json(await process.FirstLineAsync());

        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(
            new Uri(start.GetProperty("loginUrl").GetString() + "&decision=approve"),
            TestContext.Current.CancellationToken
        );

        var end = await process.EndAsync();
        Assert.Contains("received", page, StringComparison.Ordinal);
        Assert.Equal((0, 2), (end.ExitCode, end.Lines.Count));
        Assert.Equal("openai-codex:work", Json(end.Lines[1]).GetProperty("profileId").GetString());
        Assert.True(IsFree(1455));
    }

    [Fact]
    public async Task A_busy_port_leaves_the_sign_in_to_be_pasted()
    {
        Assert.SkipUnless(IsFree(1455), "Somebody uses port 1455.");
        using var occupant = new TcpListener(IPAddress.Loopback, 1455);
        occupant.Start();

        var end = await _shell.RunAsync("Start-CodexAuth work -Listen");

        Assert.Equal("CodexAuth.port_unavailable", ProcessHarness.ErrorIn(end).GetProperty("id").GetString());
        Assert.StartsWith(
            "http",
            Json(Assert.Single(end.Lines)).GetProperty("loginUrl").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stopped_while_it_listens_it_closes_the_port_within_a_second()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Assert.SkipUnless(IsFree(1455), "Somebody uses port 1455.");
        using var process = _shell.Start("Start-CodexAuth work -Listen");
        await process.FirstLineAsync();
        await Until.TrueAsync(() => !IsFree(1455), "it listens");

        await process.InterruptAsync();

        var end = await process.EndAsync();
        Assert.Equal(130, end.ExitCode);
        Assert.True(IsFree(1455));
    }

    [Fact]
    public async Task The_browser_is_opened_only_when_asked_and_with_our_own_address()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The stand-in is Linux's opener.");
        var bin = Directory.CreateDirectory(Path.Combine(_shell.Home, "bin")).FullName;
        var opener = Path.Combine(bin, "xdg-open");
        File.WriteAllText(opener, "#!/bin/sh\necho \"$1\" >> \"$(dirname \"$0\")/opened\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        _shell.Variables["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}";
        var opened = Path.Combine(bin, "opened");

        await _shell.RunAsync("Start-CodexAuth work");
        Assert.False(File.Exists(opened));
        var start = Json(Assert.Single((await _shell.RunAsync("Start-CodexAuth work -OpenBrowser")).Lines));

        await Until.TrueAsync(
            () => File.Exists(opened) && File.ReadAllText(opened).EndsWith('\n'),
            "a browser is opened"
        );
        Assert.Equal(start.GetProperty("loginUrl").GetString(), File.ReadAllText(opened).Trim());
    }

    [Theory]
    [InlineData("HTTP_PROXY")]
    [InlineData("http_proxy")]
    [InlineData("ALL_PROXY")]
    [InlineData("HTTPS_PROXY")]
    [InlineData("CODEX_REFRESH_TOKEN_URL_OVERRIDE")]
    [InlineData("CODEX_USAGE_ENDPOINT")]
    [InlineData("OPENAI_BASE_URL")]
    [InlineData("CODEX_BASE_URL")]
    [InlineData("EXCHANGE_CODEX_URL")]
    public async Task No_setting_sends_a_code_or_a_token_of_a_rehearsal_to_another_listener(string variable)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _shell.Variables[variable] = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}/";
        var start = Json(Assert.Single((await _shell.RunAsync("Start-CodexAuth work")).Lines));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false });
        using var reply = await browser.GetAsync(
            new Uri(start.GetProperty("loginUrl").GetString() + "&decision=approve"),
            TestContext.Current.CancellationToken
        );

        var completed = await _shell.RunAsync(
            "Complete-CodexAuth work -",
            JsonSerializer.Serialize(reply.Headers.Location!.OriginalString)
        );
        var renewed = await _shell.RunAsync("Update-CodexToken work -Force");
        var used = await _shell.RunAsync("Get-CodexUsage work -Retries 0");

        Assert.False(other.Pending(), $"{variable} led somewhere else.");
        Assert.True(completed.ExitCode + renewed.ExitCode + used.ExitCode == 0, completed.Error + renewed.Error);
        Assert.True(Json(Assert.Single(used.Lines)).GetProperty("remoteOk").GetBoolean());
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static JsonElement Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}

/// <summary>Tests that need the one port that the service knows.</summary>
[CollectionDefinition(nameof(FixedPort), DisableParallelization = true)]
public sealed class FixedPort;
