using System.Globalization;
using System.Net;
using System.Text;

namespace Exchange.Simulator.Http;

/// <summary>How a reply reaches the client: whole, broken, late, or not at all.</summary>
internal sealed class ReplySender(SimulatorClock clock, SimulatorOptions options)
{
    // With room for the headers that go out before it: the listener puts 16 KiB into its first write.
    private const int LongestInOneWrite = 8 * 1024;

    private const string Html = "text/html; charset=utf-8";

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
    );

    private readonly ulong _idSeed = SeededNoise.Derive(options.Seed, "requests");
    private long _replies;

    public async Task SendAsync(
        HttpListenerContext context,
        Call call,
        Fault? fault,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var isPage = fault is { Kind: FaultKind.Html };
        Prepare(context.Response, call.Status, isPage ? Html : call.ContentType, now);
        foreach (var (name, value) in call.ReplyHeaders)
        {
            context.Response.Headers[name] = value;
        }
        var body = isPage ? Page : call.Output;
        switch (fault?.Kind)
        {
            case FaultKind.DropBefore or FaultKind.DropAfter:
                RawConnection.Close(context);
                return;
            case FaultKind.Reset:
                RawConnection.Reset(context);
                return;
            case FaultKind.Truncate:
                SendHalf(context, body.Span);
                return;
            case FaultKind.Slow:
                await Task.Delay(options.SlowDelay, clock, cancel).ConfigureAwait(false);
                break;
        }
        if (body.Length > LongestInOneWrite)
        {
            RawConnection.SendAtOnce(context);
        }
        context.Response.ContentLength64 = body.Length;
        context.Response.OutputStream.Write(body.Span);
        context.Response.Close();
    }

    private static void SendHalf(HttpListenerContext context, ReadOnlySpan<byte> body)
    {
        context.Response.ContentLength64 = body.Length;
        context.Response.OutputStream.Write(body[..(body.Length / 2)]);
        context.Response.OutputStream.Flush();
        RawConnection.Close(context);
    }

    private void Prepare(HttpListenerResponse response, int status, string type, DateTimeOffset date)
    {
        var id = SeededNoise.Hash(_idSeed, Interlocked.Increment(ref _replies));
        response.StatusCode = status;
        response.ContentType = type;
        response.Headers["x-request-id"] = id.ToString("x16", CultureInfo.InvariantCulture);
        response.Headers["Date"] = date.ToString("R", CultureInfo.InvariantCulture);
    }
}
