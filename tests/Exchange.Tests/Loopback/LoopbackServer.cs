using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Exchange.Tests.Loopback;

/// <summary>A raw HTTP server on 127.0.0.1: keeps every request that arrived, and answers or fails as a test says.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ReceivedRequest, Answer> _respond;
    private readonly List<ReceivedRequest> _requests = [];
    private readonly List<TaskCompletionSource> _waiting = [];
    private readonly Task _accepting;
    private int _connections;

    public LoopbackServer(Func<ReceivedRequest, Answer> respond)
    {
        _respond = respond;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v3");
        _accepting = AcceptAsync();
    }

    /// <summary>Gives the answers one after the other; the last one again and again.</summary>
    public static LoopbackServer Answering(params Answer[] answers)
    {
        var next = -1;
        return new(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    /// <summary>An address at which nobody listens.</summary>
    public static Uri Nowhere
    {
        get
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            return new Uri($"http://127.0.0.1:{port}/v3");
        }
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _connections);

    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public int Count => Requests.Count;

    public int CountOf(string method, string pathPrefix) =>
        Requests.Count(r => r.Method == method && r.Path.StartsWith(pathPrefix, StringComparison.Ordinal));

    /// <summary>Done as soon as so many requests have arrived.</summary>
    public async Task ArrivedAsync(int count)
    {
        while (true)
        {
            TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_requests)
            {
                if (_requests.Count >= count)
                {
                    return;
                }
                _waiting.Add(next);
            }
            await next.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _ = ServeAsync(socket, Interlocked.Increment(ref _connections));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        await using (stream)
        {
            try
            {
                socket.NoDelay = true;
                while (await ReadAsync(stream, connection) is { } request)
                {
                    var answer = _respond(request);
                    Keep(request);
                    await answer.Write(stream, _stop.Token);
                    if (answer.Ending == Ending.Reset)
                    {
                        socket.LingerState = new LingerOption(enable: true, seconds: 0);
                    }
                    if (answer.Ending != Ending.KeepOpen)
                    {
                        return;
                    }
                }
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private void Keep(ReceivedRequest request)
    {
        lock (_requests)
        {
            _requests.Add(request);
            _waiting.ForEach(waiting => waiting.TrySetResult());
            _waiting.Clear();
        }
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream, int connection)
    {
        var head = new List<byte>();
        var single = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(single, _stop.Token) == 0)
            {
                return null;
            }
            head.Add(single[0]);
        }
        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var words = lines[0].Split(' ');
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .Select(parts => new KeyValuePair<string, string>(parts[0], parts[1]))
            .ToList();
        var request = new ReceivedRequest(connection, words[0], words[1], headers, []);
        var body = new byte[int.Parse(request.Header("Content-Length") ?? "0", null)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return request with { Body = body };
    }
}
