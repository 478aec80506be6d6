using Exchange.Http;
using Exchange.Storage;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>Decides where strategy orders and the wallet are (design.md section 6), and makes clients of them.</summary>
internal sealed class StrategyAccess(ExchangeRuntime runtime)
{
    /// <summary>Environment variable of another endpoint.</summary>
    public const string AddressVariable = "OKX_BASE_URL";

    /// <summary>Environment variable that keeps web pages from being opened.</summary>
    public const string NoBrowserVariable = "EXCHANGE_NO_BROWSER";

    private const string SimulatorPath = "web3";
    private const string MachineIdFile = "/etc/machine-id";

    private volatile StrategyConnection? _connected;

    /// <summary>What can be completed.</summary>
    public StrategyPrompt Prompt => field ??= new StrategyPrompt(this, runtime.Clock);

    /// <summary>Explicit, environment, simulator, live; in this order.</summary>
    public ServiceEndpoint Endpoint(string? explicitly) =>
        ServiceEndpoint.Choose(
            runtime,
            explicitly,
            AddressVariable,
            SimulatorPath,
            StrategyConnection.LiveAddress,
            StrategyConnection.CheckedAddress
        );

    /// <summary>A connection to an endpoint. In a simulator no real key signs look-ups.</summary>
    public StrategyConnection Connection(string? explicitly)
    {
        var endpoint = Endpoint(explicitly);
        return new StrategyConnection(endpoint.Address)
        {
            MarketKey = () => endpoint.IsSimulator ? null : MarketKey.FromEnvironment(runtime.Environment),
            Device = endpoint.IsSimulator
                ? DeviceIdentity.Unknown
                : DeviceIdentity.Of(MachineId(), System.Environment.MachineName),
        };
    }

    /// <summary>Uses a connection for every later call of this process; null for the surroundings' own.</summary>
    public void Connect(StrategyConnection? connection) => _connected = connection;

    /// <summary>A client of the endpoint that was connected in this process, or of the surroundings' own.</summary>
    public StrategyClient Client(ApiListener listener, Action<string>? inform = null) =>
        ClientOf(_connected ?? Connection(null), listener, inform);

    /// <summary>A client of a connection that is not (yet) the process's own.</summary>
    public StrategyClient ClientOf(
        StrategyConnection connection,
        ApiListener listener,
        Action<string>? inform = null
    ) => new(connection, StateFolder.Locate(runtime.Environment), runtime.Corridor, listener, inform);

    // Only where the system keeps one in a plain file; elsewhere the device has no id.
    private static string? MachineId()
    {
        try
        {
            return File.Exists(MachineIdFile) ? File.ReadAllText(MachineIdFile) : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
