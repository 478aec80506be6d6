using System.Globalization;
using System.Text.Json;

namespace Exchange.Simulator.Http;

/// <summary>The simulator's own paths below <c>/_simulator</c>: state, clock, faults, prices, audits, the end.</summary>
internal sealed class ControlPlane(ExchangeSimulator simulator, IReadOnlyList<ISimulatedService> services)
{
    private const string Prefix = "/_simulator";
    private const string StopPath = Prefix + "/stop";

    public static bool Owns(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal)
        && (path.Length == Prefix.Length || path[Prefix.Length] == '/');

    public void Answer(Call call)
    {
        try
        {
            Route(call);
            call.Json.Flush();
        }
        catch (Refusal refusal)
        {
            call.Fail(refusal.Status, refusal.Name, refusal.Message);
        }
        catch (Exception bad) when (IsBadInput(bad))
        {
            call.Fail(400, "error", bad.Message);
        }
    }

    /// <summary>What must wait until the reply has left.</summary>
    public void AfterReply(Call call)
    {
        if (call is { Method: "POST", Path: StopPath })
        {
            // Not awaited: stopping waits for the requests under way, and this is one of them.
            _ = Task.Run(simulator.Stop);
        }
    }

    private void Route(Call call)
    {
        switch (call.Method, call.Path[Prefix.Length..].TrimEnd('/'))
        {
            case ("GET", "/status"):
                ControlJson.WriteStatus(call.Json, simulator);
                return;
            case ("GET", "/orders"):
                ControlJson.WriteOrders(call.Json, simulator.BitoPro);
                return;
            case ("GET", "/requests"):
                ControlJson.WriteRequests(call.Json, simulator.Requests);
                return;
            case ("POST", "/clock"):
                MoveClock(call);
                return;
            case ("POST", "/faults"):
                SetFaults(call);
                return;
            case ("POST", "/stop"):
                ControlJson.WriteStatus(call.Json, simulator);
                return;
            default:
                Command(call, call.Path[Prefix.Length..].Trim('/'));
                return;
        }
    }

    // A service's own command: bitopro/price.
    private void Command(Call call, string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var service = services.FirstOrDefault(one => slash > 0 && path[..slash] == one.Name);
        if (service is null || !service.Control(call, path[(slash + 1)..]))
        {
            throw Refusal.NotFound();
        }
        if (call.Output.IsEmpty && call.Json.BytesPending == 0)
        {
            ControlJson.WriteStatus(call.Json, simulator);
        }
    }

    private void MoveClock(Call call)
    {
        using var body = Parse(call);
        if (body.RootElement.TryGetProperty("advance", out var advance))
        {
            simulator.Clock.Advance(TimeSpan.Parse(advance.GetString()!, CultureInfo.InvariantCulture));
        }
        if (body.RootElement.TryGetProperty("frozen", out var frozen))
        {
            (frozen.GetBoolean() ? (Action)simulator.Clock.Freeze : simulator.Clock.Resume)();
        }
        ControlJson.WriteStatus(call.Json, simulator);
    }

    private void SetFaults(Call call)
    {
        using var body = Parse(call);
        var faults = body.RootElement;
        if (faults.TryGetProperty("name", out _))
        {
            simulator.Faults.Add(ControlJson.ReadFault(faults));
        }
        else
        {
            simulator.Faults.Replace(
                faults
                    .EnumerateObject()
                    .ToDictionary(one => one.Name, one => one.Value.GetDouble(), StringComparer.Ordinal)
            );
        }
        ControlJson.WriteStatus(call.Json, simulator);
    }

    private static bool IsBadInput(Exception error) =>
        error
            is JsonException
                or ArgumentException
                or FormatException
                or OverflowException
                or InvalidOperationException
                or KeyNotFoundException;

    internal static JsonDocument Parse(Call call)
    {
        var body = JsonDocument.Parse(call.Body.IsEmpty ? "{}"u8.ToArray() : call.Body);
        if (body.RootElement.ValueKind == JsonValueKind.Object)
        {
            return body;
        }
        body.Dispose();
        throw new Refusal(400, "Invalid body");
    }
}
