using System.Net;
using System.Net.Sockets;

namespace Exchange.Simulator.Http;

/// <summary>An HttpListener on 127.0.0.1, never on another address.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int AttemptsForAFreePort = 20;

    private readonly HttpListener _listener;

    private LoopbackListener(HttpListener listener, int port)
    {
        _listener = listener;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Opens a port; 0 picks a free one.</summary>
    /// <exception cref="HttpListenerException">The port is taken.</exception>
    public static LoopbackListener Open(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var candidate = port == 0 ? FreePort() : port;
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{candidate}/");
            try
            {
                listener.Start();
                return new(listener, candidate);
            }
            // Between finding a free port and listening on it, another process may have taken it.
            catch (HttpListenerException) when (port == 0 && attempt < AttemptsForAFreePort)
            {
                listener.Close();
            }
        }
    }

    /// <summary>The next request, or null when the listener was closed.</summary>
    public async Task<HttpListenerContext?> NextAsync()
    {
        try
        {
            return await _listener.GetContextAsync().ConfigureAwait(false);
        }
        catch (Exception closed)
            when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            return _listener.IsListening ? await NextAsync().ConfigureAwait(false) : null;
        }
    }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
