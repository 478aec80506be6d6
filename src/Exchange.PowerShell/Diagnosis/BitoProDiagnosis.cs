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

    public IReadOnlyList<LocalCheck> LocalChecks => [LocalCheck.Of(ConnectionStep.Credentials, Credentials)];

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

    public async Task<CheckResult> SignedCallAsync(CancellationToken cancel)
    {
        await runtime.BitoPro.PrivateClient(ApiListener.Silent).GetBalancesAsync(cancel);
        return CheckResult.Passed(
            Language.Choose("GET /accounts/balance was answered.", "GET /accounts/balance 已得到回應。")
        );
    }

    private CheckResult Credentials()
    {
        if (runtime.BitoPro.Connected is { Credentials: not null })
        {
            return CheckResult.Passed(
                Language.Choose("Given to Connect-BitoProAccount.", "已交給 Connect-BitoProAccount。")
            );
        }
        var isSimulator = runtime.BitoPro.Endpoint(null).IsSimulator;
        _ = runtime.BitoPro.Credentials(isSimulator);
        const string variables =
            $"{BitoProCredentials.KeyVariable}, {BitoProCredentials.SecretVariable}, {BitoProCredentials.EmailVariable}";
        return CheckResult.Passed(
            isSimulator
                ? Language.Choose("The simulator's rehearsal account.", "模擬器的演練帳戶。")
                : Language.Choose($"In the environment: {variables}.", $"在環境變數中：{variables}。")
        );
    }
}
