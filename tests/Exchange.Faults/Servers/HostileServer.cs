using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Exchange.Faults.Servers;

/// <summary>A server on this machine that reads a request's head and then does as it likes with the connection.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, CancellationToken, Task> _act;
    private readonly X509Certificate2? _certificate;
    private readonly List<string> _heads = [];

    /// <param name="act">What it does after a request's head.</param>
    /// <param name="certificate">Who it says to be, by TLS; null for plain HTTP.</param>
    public HostileServer(Func<Stream, CancellationToken, Task> act, X509Certificate2? certificate = null)
    {
        _act = act;
        _certificate = certificate;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/");

    /// <summary>The heads of all requests that arrived.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_heads)
            {
                return [.. _heads];
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The trial is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client);
                var head = await HeadAsync(stream);
                lock (_heads)
                {
                    _heads.Add(head);
                }
                await _act(stream, _stop.Token);
            }
            catch (Exception end)
                when (end
                        is IOException
                            or OperationCanceledException
                            or SocketException
                            or ObjectDisposedException
                            or AuthenticationException
                )
            {
                // The client went away, as it should.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
        {
            return client.GetStream();
        }
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(_certificate);
        return tls;
    }

    private async Task<string> HeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                break;
            }
            head.Add(one[0]);
        }
        return System.Text.Encoding.Latin1.GetString([.. head]);
    }
}
