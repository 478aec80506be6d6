using System.Net;
using System.Net.Sockets;
using System.Text;
using Exchange.Codex;
using Exchange.Codex.Listening;
using Exchange.Codex.Pending;
using Exchange.Simulator;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>codex-auth.md section 9, on a port of the test's own.</summary>
public sealed class ListenerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(300);

    private readonly ManualClock _clock = new();
    private readonly CallbackListener _listener;
    private readonly Task<string> _waiting;

    public ListenerTests()
    {
        _listener = CallbackListener.Open(0, _clock);
        _waiting = _listener.WaitAsync(Pending, Limit, CodexBench.Cancel);
    }

    private static PendingSignIn Pending =>
        new()
        {
            ProfileId = "openai-codex:work",
            Verifier = CodexVectors.RfcVerifier,
            State = CodexVectors.State,
            CreatedAt = CodexVectors.Now,
        };

    private static string Good => $"/auth/callback?code=abc&scope=openid&state={CodexVectors.State}";

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("::1", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "[::1]")]
    public async Task A_good_callback_is_taken_on_either_address_and_the_port_is_closed(string address, string host)
    {
        Assert.SkipWhen(address == "::1" && !Socket.OSSupportsIPv6, "There is no IPv6 here.");

        var reply = await AskAsync(Good, address, host);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", reply, StringComparison.Ordinal);
        Assert.Contains("received", reply, StringComparison.Ordinal);
        Assert.Equal($"http://localhost:1455{Good}", await _waiting);
        await Assert.ThrowsAnyAsync<SocketException>(() => AskAsync(Good));
    }

    [Fact]
    public async Task The_page_is_plain_and_reflects_nothing()
    {
        var reply = await AskAsync(Good);
        var (head, body) = (reply.Split("\r\n\r\n")[0], reply.Split("\r\n\r\n")[1]);

        foreach (
            var header in (string[])
                [
                    "Content-Type: text/html; charset=utf-8",
                    "Cache-Control: no-store",
                    "Referrer-Policy: no-referrer",
                    "Content-Security-Policy: default-src 'none'",
                    "X-Content-Type-Options: nosniff",
                    "Connection: close",
                    $"Content-Length: {Encoding.UTF8.GetByteCount(body)}",
                ]
        )
        {
            Assert.Contains(header, head, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(CodexVectors.State, reply, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/favicon.ico", 404)]
    [InlineData("/cancel", 404)]
    [InlineData("/auth/callback/", 404)]
    [InlineData("/auth/Callback?code=a&state=S", 404)]
    [InlineData("/auth/callback", 400)]
    [InlineData("/auth/callback?code=abc", 400)]
    [InlineData("/auth/callback?code=abc&state=wrong", 400)]
    [InlineData("/auth/callback?code=abc&state=%ZZ", 400)]
    public async Task What_is_not_the_callback_is_refused_and_the_wait_goes_on(string target, int status)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync(target), StringComparison.Ordinal);

        Assert.False(_waiting.IsCompleted);
        await AskAsync(Good);
        await _waiting;
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("localhost:1")]
    public async Task Another_host_is_misdirected(string host) =>
        Assert.StartsWith(
            "HTTP/1.1 421 ",
            await AskAsync(Good, host: host, withPort: !host.Contains(':', StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    public async Task Another_method_is_not_allowed(string method) =>
        Assert.StartsWith("HTTP/1.1 405 ", await AskAsync(Good, method: method), StringComparison.Ordinal);

    [Fact]
    public async Task An_error_with_the_right_state_ends_the_wait()
    {
        var reply = await AskAsync($"/auth/callback?error=access_denied&state={CodexVectors.State}");

        Assert.Contains("not completed", reply, StringComparison.Ordinal);
        Assert.Contains("error=access_denied", await _waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_more_than_8_KiB_and_a_head_of_more_than_16_are_too_long()
    {
        Assert.StartsWith(
            "HTTP/1.1 431 ",
            await AskAsync("/auth/callback?x=" + new string('a', 9000)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "HTTP/1.1 431 ",
            await AskAsync(Good, more: $"X: {new string('a', 17_000)}\r\n"),
            StringComparison.Ordinal
        );
        Assert.False(_waiting.IsCompleted);
    }

    [Fact]
    public async Task Somebody_who_connects_and_says_nothing_is_left_after_five_seconds()
    {
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, _listener.Port, CodexBench.Cancel);
        // The limit of the whole wait and the one of this connection.
        await Until.TrueAsync(() => _clock.Waiting > 1);
        _clock.Advance(TimeSpan.FromSeconds(5));

        await AskAsync(Good);
        await _waiting;
    }

    [Fact]
    public async Task After_twenty_connections_it_gives_up_and_the_sign_in_can_still_be_pasted()
    {
        for (var i = 0; i < 20; i++)
        {
            await AskAsync("/favicon.ico");
        }

        var trouble = await Caught.ErrorAsync("CodexAuth.listen_timeout", () => _waiting);
        Assert.Contains("Complete-CodexAuth -Profile work", trouble.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_300_seconds_it_gives_up()
    {
        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.False(_waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await Caught.ErrorAsync("CodexAuth.listen_timeout", () => _waiting);
    }

    [Fact]
    public async Task Stopping_closes_the_port_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var listener = CallbackListener.Open(0, _clock);
        var waiting = listener.WaitAsync(Pending, Limit, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            waiting.WaitAsync(TimeSpan.FromSeconds(1), CodexBench.Cancel)
        );
        using var probe = new TcpListener(IPAddress.Loopback, listener.Port);
        probe.Start();
    }

    [Fact]
    public void A_busy_port_is_told_and_by_whom_it_may_be_used()
    {
        var trouble = Caught.Error("CodexAuth.port_unavailable", () => CallbackListener.Open(_listener.Port, _clock));

        Assert.Contains("Codex CLI or OpenClaw", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_listens_is_completed_by_the_browser_alone()
    {
        using var simulator = ExchangeSimulator.Start();
        using var bench = new CodexBench(simulator.Address);
        var port = FreePort();
        var browsing = new TaskCompletionSource<string>();

        var result = await bench
            .SignIn(port)
            .ListenAsync(
                "work",
                start =>
                    _ = Task.Run(async () =>
                    {
                        var callback = new UriBuilder(await Browser.ApproveAsync(start)) { Port = port };
                        using var browser = new HttpClient();
                        browsing.SetResult(await browser.GetStringAsync(callback.Uri, CodexBench.Cancel));
                    }),
                Limit,
                CodexBench.With(null),
                CodexBench.Cancel
            );

        Assert.Equal("openai-codex:work", result!.ProfileId);
        Assert.Contains("received", await browsing.Task, StringComparison.Ordinal);
        Assert.True(File.Exists(bench.StorePath));
    }

    private async Task<string> AskAsync(
        string target,
        string address = "127.0.0.1",
        string host = "localhost",
        string method = "GET",
        string more = "",
        bool withPort = true
    )
    {
        using var client = new TcpClient(address == "::1" ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork);
        await client.ConnectAsync(IPAddress.Parse(address), _listener.Port, CodexBench.Cancel);
        var stream = client.GetStream();
        var port = withPort ? $":{_listener.Port}" : "";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {host}{port}\r\n{more}\r\n"),
            CodexBench.Cancel
        );
        using var reply = new MemoryStream();
        try
        {
            await stream.CopyToAsync(reply, CodexBench.Cancel);
        }
        catch (IOException)
        {
            // A head that was not read to its end is answered and then reset.
        }
        return Encoding.UTF8.GetString(reply.ToArray());
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
