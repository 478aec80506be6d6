using System.Globalization;
using Exchange.Simulator.BitoPro;
using Exchange.Simulator.Codex;
using Exchange.Simulator.Http;
using Exchange.Simulator.Okx;
using Exchange.Simulator.Strategy;

namespace Exchange.Simulator;

/// <summary>The services on loopback: started, inspected, disturbed and stopped from here.</summary>
public sealed class ExchangeSimulator : IDisposable, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoopbackListener _listener;
    private readonly Gateway _gateway;
    private int _isStopping;

    private ExchangeSimulator(SimulatorOptions options)
    {
        Seed = options.Seed;
        Clock = new(options.TimeSource, options.Start, options.Frozen);
        Faults = new(options.Seed);
        Faults.Replace(options.Faults);
        BitoPro = new(options, Clock);
        Okx = new(options, Clock);
        Web3 = new(options, Clock);
        Codex = new(options.Seed);
        ISimulatedService[] services =
        [
            new BitoProService(BitoPro),
            new OkxService(Okx),
            new Web3Service(Web3),
            new CodexService(Codex),
        ];
        Services = [.. services.Select(service => service.Name)];
        _gateway = new(Clock, Faults, Requests, new(services), new(this, services), options);
        _listener = LoopbackListener.Open(options.Port);
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));
    }

    /// <summary>The version of the simulator.</summary>
    public static string Version { get; } =
        typeof(ExchangeSimulator).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Where it listens, for example <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The base address of BitoPro's REST v3, without a trailing slash: paths of bitopro.md 2.0 are appended to it.</summary>
    public string BitoProAddress => Address + "bitopro/v3";

    /// <summary>The base address of OKX, for its API and its sign-in alike, without a trailing slash: paths from <c>/api/</c> on are appended.</summary>
    public string OkxAddress => Address + "okx";

    /// <summary>The base address of the agentic wallet and its strategy orders, without a trailing slash.</summary>
    public string Web3Address => Address + "web3";

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port => _listener.Port;

    /// <summary>The seed of everything random.</summary>
    public int Seed { get; }

    /// <summary>The names of the services that it answers for.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The venues' clock.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>The faults in force.</summary>
    public FaultPlan Faults { get; }

    /// <summary>What reached the services.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>The state of the BitoPro venue.</summary>
    public BitoProVenue BitoPro { get; }

    /// <summary>The state of the OKX venue.</summary>
    public OkxVenue Okx { get; }

    /// <summary>The state of the agentic wallet and its strategy orders.</summary>
    public Web3Venue Web3 { get; }

    /// <summary>The state of the Codex sign-in.</summary>
    public CodexVenue Codex { get; }

    /// <summary>Ends when the simulator no longer listens, whoever stopped it.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Starts a simulator with default options on a free port.</summary>
    public static ExchangeSimulator Start() => Start(new SimulatorOptions());

    /// <summary>Starts a simulator.</summary>
    /// <exception cref="System.Net.HttpListenerException">The port is taken.</exception>
    public static ExchangeSimulator Start(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulator = new ExchangeSimulator(options);
        for (var i = 0; i < 4 * Environment.ProcessorCount; i++)
        {
            _ = simulator.AcceptAsync();
        }
        return simulator;
    }

    /// <summary>Stops listening and closes every connection. Repeating it does nothing.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _isStopping, 1) != 0)
        {
            return;
        }
        _stop.Cancel();
        _listener.Dispose();
        _stopped.TrySetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        // Several of these loops run side by side; each serves what it accepts, so a burst needs no queue of its own.
        while (await _listener.NextAsync().ConfigureAwait(false) is { } context)
        {
            var served = _gateway.ServeAsync(context, _stop.Token);
            // A slow reply or a stream must not hold the loop up.
            if (served.IsCompleted)
            {
                await served.ConfigureAwait(false);
            }
        }
    }
}
