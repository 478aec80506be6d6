using System.Globalization;
using System.Net;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Streams;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro;

/// <summary>BitoPro: REST v3 below <c>/bitopro/v3</c>, streams below <c>/bitopro/ws/v1</c>.</summary>
internal sealed class BitoProService(BitoProVenue venue) : ISimulatedService
{
    private readonly StreamRoutes _streams = new(venue);

    public string Name => "bitopro";

    public void Answer(Call call)
    {
        var segments = ((ArraySegment<string>)call.Segments).AsSpan();
        if (StreamRoutes.Owns(call.Segments))
        {
            // An upgrade to an unknown pair is answered 200 without a socket (bitopro.md section 8).
            call.Json.WriteStartObject();
            call.Json.WriteEndObject();
            return;
        }
        if (segments.Length < 2 || segments[0] != "v3")
        {
            throw Refusal.NotFound();
        }
        var path = segments[1..];
        var values = new string[2];
        foreach (var route in Routes.BySpecificity)
        {
            if (route.Matches(call.Method, path, values))
            {
                Answer(route, call, values);
                return;
            }
        }
        throw Refusal.NotFound();
    }

    public Func<CancellationToken, Task>? OpenStream(Call call, HttpListenerContext context)
    {
        if (!StreamRoutes.Owns(call.Segments) || _streams.Find(call) is not { Count: > 0 } sources)
        {
            return null;
        }
        return new StreamSession(venue, context, sources).RunAsync;
    }

    public bool Control(Call call, string command)
    {
        if ((call.Method, command) != ("POST", "price"))
        {
            return false;
        }
        using var body = ControlPlane.Parse(call);
        venue.MovePrice(
            body.RootElement.GetProperty("pair").GetString()!,
            decimal.Parse(body.RootElement.GetProperty("price").GetString()!, CultureInfo.InvariantCulture)
        );
        return true;
    }

    private void Answer(Route route, Call call, string[] values)
    {
        Account? signer = null;
        if (route.Needs is { } needed)
        {
            signer = venue.Authenticator.Authenticate(call, needed);
        }
        venue.RateLimiter.Pass(route.Limit, signer?.Name ?? "", call.NowMs);
        if (route.IsUnlocked)
        {
            route.Answer(new(call, venue, signer, values));
            return;
        }
        lock (venue.Gate)
        {
            route.Answer(new(call, venue, signer, values));
        }
    }
}
