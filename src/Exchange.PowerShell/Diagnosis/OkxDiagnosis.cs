using Exchange.Diagnosis;
using Exchange.Http;
using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>What OKX tells of itself when the way to it is checked, with the default profile.</summary>
internal sealed class OkxDiagnosis(ExchangeRuntime runtime) : IDiagnosedService
{
    private const string SignedPath = "/api/v5/account/config";

    public string Name => "Okx";

    // okx-account.md section 8, "clock".
    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(30);

    public IReadOnlyList<LocalCheck> LocalChecks => [LocalCheck.Of(ConnectionStep.Credentials, Credentials)];

    public (Uri Address, string Source) Endpoint()
    {
        var (endpoint, site, _) = runtime.Okx.Where(ApiListener.Silent);
        return (
            endpoint.Address,
            endpoint.Source == EndpointSource.Live
                ? Language.Choose($"site {site.Id}, or the profile's base_url", $"站點 {site.Id}，或設定檔的 base_url")
                : endpoint.SourceText(OkxConnectionSettings.AddressVariable)
        );
    }

    // okx-account.md 2.3: the profile's own before the environment's; none on the way to the simulator.
    public (Uri Address, string Source)? OwnProxy()
    {
        var (_, _, proxy) = runtime.Okx.Where(ApiListener.Silent);
        return proxy is null ? null : (proxy, Language.Choose("proxy_url of the profile", "設定檔的 proxy_url"));
    }

    public Uri ClockAddress(Uri endpoint) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/api/v5/public/time");

    public async Task<CheckResult> SignedCallAsync(CancellationToken cancel)
    {
        await Client().GetAsync(SignedPath, [], cancel);
        return CheckResult.Passed(Language.Choose($"GET {SignedPath} was answered.", $"GET {SignedPath} 已得到回應。"));
    }

    private CheckResult Credentials()
    {
        var client = Client();
        client.RequireCredentials();
        return CheckResult.Passed(Found(client.Connection));
    }

    private string Found(OkxConnection connection)
    {
        if (connection.Key is null)
        {
            return Language.Choose(
                $"The session of a sign-in at site {connection.Site}.",
                $"在站點 {connection.Site} 登入的工作階段。"
            );
        }
        if (runtime.Okx.Where(ApiListener.Silent).Endpoint.IsSimulator)
        {
            return Language.Choose("The simulator's rehearsal key.", "模擬器的演練金鑰。");
        }
        if (connection.Profile == OkxCredentials.EnvironmentProfile)
        {
            const string variables =
                $"{OkxCredentials.KeyVariable}, {OkxCredentials.SecretVariable}, {OkxCredentials.PassphraseVariable}";
            return Language.Choose($"In the environment: {variables}.", $"在環境變數中：{variables}。");
        }
        var profile = PasteableText.NameOf(connection.Profile ?? "default");
        var file = PasteableText.PathOf(runtime.Okx.Config(ApiListener.Silent).Path, runtime.Environment);
        return Language.Choose(
            $"The key of the profile {profile}, {(connection.IsDemo ? "demo" : "live")}, in {file}.",
            $"設定檔 {profile} 的金鑰（{(connection.IsDemo ? "模擬盤" : "實盤")}），位於 {file}。"
        );
    }

    private OkxClient Client() => runtime.Okx.PrivateClient(new OkxCallerChoices(), ApiListener.Silent);
}
