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
    Func<CancellationToken, Task>? OpenStream(Call call, HttpListenerContext context) => null;

    /// <summary>
    /// Carries out a command of the control plane below <c>/_simulator/{name}/</c> by writing its reply's JSON; false when there is no such
    /// command.
    /// </summary>
    /// <param name="call">Its method and body.</param>
    /// <param name="command">The path behind the service's name, without a slash at its ends: <c>price</c>.</param>
    bool Control(Call call, string command) => false;
}
