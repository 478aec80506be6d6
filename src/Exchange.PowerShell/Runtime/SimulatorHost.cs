using Exchange.BitoPro;
using Exchange.Okx;
using Exchange.Simulator;
using Exchange.Simulator.Okx;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>The simulator that was started in this process, or the one that <c>EXCHANGE_SIMULATOR</c> names.</summary>
internal sealed class SimulatorHost(Func<string, string?> environment) : IDisposable
{
    /// <summary>Environment variable that names a running simulator.</summary>
    public const string AddressVariable = "EXCHANGE_SIMULATOR";

    private ExchangeSimulator? _running;

    /// <summary>The one of this process.</summary>
    public ExchangeSimulator? Running => _running;

    /// <summary>Where a simulator is, ending with a slash; null when there is none.</summary>
    public Uri? Address => _running?.Address ?? Named();

    /// <summary>Starts one, when none runs here.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.SimulatorRunning</c>, <c>Exchange.SimulatorNotStarted</c></exception>
    public ExchangeSimulator Start(SimulatorOptions options)
    {
        if (_running is { } running)
        {
            throw new ExchangeException(
                "Exchange.SimulatorRunning",
                ErrorKind.InvalidInput,
                $"A simulator runs in this process already, at {running.Address}."
            )
            {
                Remedy = "Use it, or end it with Stop-ExchangeSimulator.",
            };
        }
        try
        {
            return _running = ExchangeSimulator.Start(options);
        }
        catch (Exception trouble) when (trouble is System.Net.HttpListenerException or IOException)
        {
            throw new ExchangeException(
                "Exchange.SimulatorNotStarted",
                ErrorKind.Connection,
                $"The simulator cannot listen on port {options.Port}: {trouble.Message}",
                trouble
            )
            {
                Remedy = "Leave -Port out to take a free one.",
            };
        }
    }

    /// <summary>Ends the one of this process; null when there is none.</summary>
    public ExchangeSimulator? Stop()
    {
        var running = Interlocked.Exchange(ref _running, null);
        running?.Dispose();
        return running;
    }

    /// <summary>The credentials of the account that every simulator knows.</summary>
    public static BitoProCredentials RehearsalAccount()
    {
        var account = SimulatorAccount.Default;
        return BitoProCredentials.From(Secret.From(account.ApiKey), Secret.From(account.ApiSecret), account.Email);
    }

    /// <summary>The OKX key that every simulator knows, for live or for simulated trading.</summary>
    public static OkxApiKey RehearsalKey(bool isDemo)
    {
        var key = isDemo ? OkxSimulatorAccount.Default.Demo : OkxSimulatorAccount.Default.Live;
        return OkxApiKey.From(Secret.From(key.Key), Secret.From(key.Secret), Secret.From(key.Passphrase));
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private Uri? Named()
    {
        if (environment(AddressVariable) is not { Length: > 0 } text)
        {
            return null;
        }
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http", IsLoopback: true })
        {
            return new Uri(address.GetLeftPart(UriPartial.Authority) + "/");
        }
        throw ExchangeException.BadInput(
            "Exchange.InvalidSimulator",
            $"{AddressVariable} must name a simulator on this machine, such as http://127.0.0.1:8787/.",
            "Start-ExchangeSimulator shows the address."
        );
    }
}
