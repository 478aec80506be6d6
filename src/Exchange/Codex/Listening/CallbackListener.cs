using System.Net;
using System.Net.Sockets;
using Exchange.Codex.Pending;

namespace Exchange.Codex.Listening;

/// <summary>
/// Takes the browser's callback itself: on both loopback addresses, for one sign-in, one connection at a time (codex-auth.md section 9).
/// </summary>
internal sealed class CallbackListener : IDisposable
{
    private const int MostConnections = 20;
    private const int ForbiddenOnWindows = 10013;
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);

    private readonly List<TcpListener> _listeners;
    private readonly TimeProvider _clock;

    private CallbackListener(List<TcpListener> listeners, int port, TimeProvider clock)
    {
        _listeners = listeners;
        _clock = clock;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Listens on 127.0.0.1 and, where there is such an address, on ::1.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.port_unavailable</c></exception>
    public static CallbackListener Open(int port, TimeProvider clock)
    {
        var listeners = new List<TcpListener>();
        try
        {
            listeners.Add(Listen(IPAddress.Loopback, port));
        }
        catch (SocketException trouble)
        {
            throw Unavailable(port, trouble);
        }
        var actual = ((IPEndPoint)listeners[0].LocalEndpoint).Port;
        try
        {
            listeners.Add(Listen(IPAddress.IPv6Loopback, actual));
        }
        catch (SocketException none)
        {
            // A machine without it; a browser then comes by the other address.
            _ = none;
        }
        return new CallbackListener(listeners, actual, clock);
    }

    /// <summary>
    /// The callback address of the sign-in, whether good or an error. The browser is answered before anything is made of it.
    /// </summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.listen_timeout</c></exception>
    public async Task<string> WaitAsync(PendingSignIn pending, TimeSpan limit, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        // Closing the sockets is what ends an accept in every case, also when somebody stops the cmdlet.
        using var closing = both.Token.Register(Dispose);
        try
        {
            var accepts = _listeners.ConvertAll(listener => AcceptAsync(listener, both.Token));
            for (var connections = 0; connections < MostConnections; connections++)
            {
                var next = await Task.WhenAny(accepts).ConfigureAwait(false);
                using var stream = await next.ConfigureAwait(false);
                var index = accepts.IndexOf(next);
                accepts[index] = AcceptAsync(_listeners[index], both.Token);
                if (await ServeAsync(stream, pending, both.Token).ConfigureAwait(false) is { } callback)
                {
                    return callback;
                }
            }
            throw TimedOut(pending.ProfileId, "Too many connections came that were not the sign-in.");
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            cancel.ThrowIfCancellationRequested();
            throw TimedOut(pending.ProfileId, "No sign-in came in time.");
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose() => _listeners.ForEach(listener => listener.Stop());

    // The stream owns its connection.
    private static async Task<NetworkStream> AcceptAsync(TcpListener listener, CancellationToken cancel)
    {
        var client = await listener.AcceptTcpClientAsync(cancel).ConfigureAwait(false);
        return client.GetStream();
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        if (OperatingSystem.IsWindows())
        {
            listener.ExclusiveAddressUse = true;
        }
        listener.Start();
        return listener;
    }

    private async Task<string?> ServeAsync(NetworkStream stream, PendingSignIn pending, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(ReadLimit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var (request, refusal) = await CallbackRequest.ReadAsync(stream, both.Token).ConfigureAwait(false);
            if (request is null)
            {
                if (refusal is { } status)
                {
                    await stream.WriteAsync(CallbackPage.Refused(status), both.Token).ConfigureAwait(false);
                }
                return null;
            }
            var (page, callback) = Answer(request, pending);
            await stream.WriteAsync(page, both.Token).ConfigureAwait(false);
            return callback;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return null;
        }
    }

    private (byte[] Page, string? Callback) Answer(CallbackRequest request, PendingSignIn pending)
    {
        if (request.Refusal(Port) is { } status)
        {
            return (CallbackPage.Refused(status), null);
        }
        var callback = request.AsCallbackUrl;
        if (
            CallbackUrl.TryParse(callback) is not { State: { Length: > 0 } state } url
            || !CallbackJudgement.IsState(state, pending.State)
        )
        {
            return (CallbackPage.Refused(400), null);
        }
        var isGood = CallbackJudgement.Judge(pending, url).Code is not null;
        return (isGood ? CallbackPage.Received() : CallbackPage.NotCompleted(), callback);
    }

    private static ExchangeException TimedOut(string profileId, string what) =>
        CodexError.Of(
            "listen_timeout",
            $"{what} The sign-in can still be completed by hand.",
            $"Paste the address that the browser shows: Complete-CodexAuth -Profile {CodexSelector.Of(profileId)}",
            profileId
        );

    private static ExchangeException Unavailable(int port, SocketException trouble) =>
        CodexError.Of(
            "port_unavailable",
            trouble.ErrorCode == ForbiddenOnWindows
                ? $"Port {port} is reserved by Windows (netsh interface ipv4 show excludedportrange protocol=tcp shows it)."
                : $"Port {port} of this machine is in use; Codex CLI or OpenClaw may be signing in just now.",
            "Sign in without -Listen, and paste the address afterwards: Complete-CodexAuth."
        );
}
