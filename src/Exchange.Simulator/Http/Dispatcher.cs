using System.Net;

namespace Exchange.Simulator.Http;

/// <summary>Finds the service of a path and lets it answer.</summary>
internal sealed class Dispatcher(IReadOnlyList<ISimulatedService> services)
{
    public void Answer(Call call)
    {
        try
        {
            var service = Find(call) ?? throw Refusal.NotFound();
            service.Answer(call);
            call.Json.Flush();
        }
        catch (Refusal refusal)
        {
            call.Fail(refusal.Status, refusal.Name, refusal.Message);
        }
#pragma warning disable CA1031 // A defect of the simulator must show as its own status, not as a client that waits for ever.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            call.Fail(500, "error", $"The simulator failed: {defect}");
        }
    }

    /// <summary>What takes over a WebSocket upgrade, or null when there is none and the call is to be answered.</summary>
    /// <exception cref="Refusal">The upgrade is refused.</exception>
    public Func<CancellationToken, Task>? OpenStream(Call call, HttpListenerContext context) =>
        context.Request.IsWebSocketRequest ? Find(call)?.OpenStream(call, context) : null;

    private ISimulatedService? Find(Call call)
    {
        var segments = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return null;
        }
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = Uri.UnescapeDataString(segments[i]);
        }
        call.Segments = new ArraySegment<string>(segments, 1, segments.Length - 1);
        return services.FirstOrDefault(service => service.Name.Equals(segments[0], StringComparison.Ordinal));
    }
}
