using Exchange.BitoPro;
using Exchange.Diagnosis;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>What BitoPro tells of itself when the way to it is checked.</summary>
internal sealed class BitoProDiagnosis(ExchangeRuntime runtime) : IDiagnosedService
{
    public string Name => "BitoPro";

    // The contract does not know the service's own figure (bitopro.md section 10, row 4); this is the simulator's.
    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(30);

    public (Uri Address, string Source) Endpoint()
    {
        if (runtime.BitoPro.Connected is { } connected)
        {
            return (connected.Address, "Connect-BitoProAccount");
        }
        var endpoint = runtime.BitoPro.Endpoint(null);
        return (endpoint.Address, endpoint.SourceText(BitoProAccess.AddressVariable));
    }

    public Uri ClockAddress(Uri endpoint) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/tickers/btc_twd");

    public string Credentials()
    {
        if (runtime.BitoPro.Connected is { Credentials: not null })
        {
            return "Given to Connect-BitoProAccount.";
        }
        var isSimulator = runtime.BitoPro.Endpoint(null).IsSimulator;
        _ = runtime.BitoPro.Credentials(isSimulator);
        return isSimulator
            ? "The simulator's rehearsal account."
            : $"In the environment: {BitoProCredentials.KeyVariable}, {BitoProCredentials.SecretVariable}, {BitoProCredentials.EmailVariable}.";
    }

    public async Task<string> SignedCallAsync(CancellationToken cancel)
    {
        await runtime.BitoPro.PrivateClient(ApiListener.Silent).GetBalancesAsync(cancel);
        return "GET /accounts/balance was answered.";
    }
}
