using System.Net;

namespace Exchange.Simulator.Http;

/// <summary>One simulated service behind a path prefix of its own.</summary>
internal interface ISimulatedService
{
    /// <summary>The first path segment: <c>bitopro</c> answers <c>{address}/bitopro/...</c>.</summary>
    string Name { get; }

    /// <summary>Answers by writing the reply's JSON into the call.</summary>
    /// <exception cref="Refusal">The request is answered with an error.</exception>
    void Answer(Call call);

    /// <summary>What takes over a WebSocket upgrade, or null when the path has no stream.</summary>
    Func<CancellationToken, Task>? OpenStream(Call call, HttpListenerContext context);
}
