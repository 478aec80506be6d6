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

    public (Uri Address, string Source) Endpoint()
    {
        var (endpoint, site) = runtime.Okx.Where(ApiListener.Silent);
        return (
            endpoint.Address,
            endpoint.Source == EndpointSource.Live
                ? $"site {site.Id}, or the profile's base_url"
                : endpoint.SourceText(OkxConnectionSettings.AddressVariable)
        );
    }

    public Uri ClockAddress(Uri endpoint) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/api/v5/public/time");

    public string Credentials()
    {
        var client = Client();
        client.RequireCredentials();
        var connection = client.Connection;
        if (connection.Key is null)
        {
            return $"The session of a sign-in at site {connection.Site}.";
        }
        if (runtime.Okx.Where(ApiListener.Silent).Endpoint.IsSimulator)
        {
            return "The simulator's rehearsal key.";
        }
        return connection.Profile == OkxCredentials.EnvironmentProfile
            ? $"In the environment: {OkxCredentials.KeyVariable}, {OkxCredentials.SecretVariable}, {OkxCredentials.PassphraseVariable}."
            : $"The key of the profile {OkxMasks.Shown(connection.Profile ?? "default")}, {(connection.IsDemo ? "demo" : "live")}.";
    }

    public async Task<string> SignedCallAsync(CancellationToken cancel)
    {
        await Client().GetAsync(SignedPath, [], cancel);
        return $"GET {SignedPath} was answered.";
    }

    private OkxClient Client() => runtime.Okx.PrivateClient(new OkxCallerChoices(), ApiListener.Silent);
}
