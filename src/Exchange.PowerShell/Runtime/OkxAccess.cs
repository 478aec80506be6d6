using System.Collections.Concurrent;
using Exchange.Desk;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.Binary;
using Exchange.Okx.SignIn;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>
/// Decides where OKX calls go and for whom (okx-account.md 2.3, 2.4; design.md section 6). In the simulator the choice between key and
/// session is made as in earnest, and then its own key stands in for any other: no value of the user's own reaches it.
/// </summary>
internal sealed class OkxAccess(ExchangeRuntime runtime)
{
    /// <summary>Environment variable of another sign-in service.</summary>
    public const string OAuthVariable = "OKX_OAUTH_BASE_URL";

    private const string SimulatorPath = "okx";

    private readonly OkxClockOffsets _offsets = new();
    private readonly ConcurrentDictionary<string, OkxTokens> _tokens = new(StringComparer.Ordinal);

    /// <summary>What can be completed.</summary>
    public OkxPrompt Prompt => field ??= new OkxPrompt(this, runtime.Clock);

    /// <summary>The vendor's own sign-in program.</summary>
    public OkxAuthBinary Binary => new(runtime.Environment, runtime.Corridor);

    /// <summary>The vendor's program, to be started. It knows no simulator, so that a rehearsal with it would be none.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    public OkxAuthProgram Program() =>
        runtime.Simulators.Address is null
            ? Binary.Program()
            : throw ExchangeException.BadInput(
                "Okx.ConfigError",
                "The vendor's sign-in program knows no simulator: it would sign in to the live service.",
                "Leave out -Provider External, or stop the simulator first."
            );

    /// <summary>Signing in, and its status.</summary>
    public OkxSignIn SignIn(ApiListener listener) => new(Store(listener.Warn), ServerOf, runtime.Corridor, listener);

    /// <summary>The configuration that the vendor's programs share.</summary>
    public OkxConfigFile Config(ApiListener listener) => OkxConfigFile.Locate(runtime.Environment, listener.Warn);

    /// <summary>The profile whose key makes a sign-in needless; null when there is none (okx-account.md 2.4, 5.3).</summary>
    public string? ProfileWithKey(ApiListener listener) =>
        Config(listener).Read().FirstWithKey?.Name
        ?? (OkxCredentials.AreIn(runtime.Environment) ? OkxCredentials.EnvironmentProfile : null);

    /// <summary>The status as the pre-flight checks and the choice of a site read it.</summary>
    public static OkxAuthSnapshot SnapshotOf(OkxAuthStatus status) =>
        new(
            status.Status switch
            {
                OkxAuthStatus.LoggedIn => OkxAuthState.LoggedIn,
                OkxAuthStatus.Pending => OkxAuthState.Pending,
                _ => OkxAuthState.NotLoggedIn,
            },
            status.Site,
            status.Scopes ?? []
        );

    /// <summary>Forgets tokens that this process keeps.</summary>
    public void Forget()
    {
        foreach (var tokens in _tokens.Values)
        {
            tokens.Forget();
        }
    }

    /// <summary>Where calls of the default profile go, the site that they are for, and the proxy that the profile itself names.</summary>
    public (ServiceEndpoint Endpoint, OkxSite Site, Uri? Proxy) Where(ApiListener listener)
    {
        var (settings, endpoint) = Settings(new OkxCallerChoices(), isPrivate: false, listener);
        return (endpoint, settings.Site, settings.IsProxyOfProfile ? ConnectionOf(settings, endpoint).Proxy : null);
    }

    /// <summary>A client for market data; works without credentials, and is live unless simulated trading is asked for.</summary>
    public OkxClient PublicClient(OkxCallerChoices choices, ApiListener listener)
    {
        var (settings, endpoint) = Settings(choices, isPrivate: false, listener);
        return ClientOf(ConnectionOf(settings, endpoint) with { IsDemo = choices.Demo }, listener);
    }

    /// <summary>A client for the account.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: a profile that is none, a partial key.</exception>
    public OkxClient PrivateClient(OkxCallerChoices choices, ApiListener listener)
    {
        var (settings, endpoint) = Settings(choices, isPrivate: true, listener);
        return ClientOf(Credentialed(ConnectionOf(settings, endpoint), settings, endpoint, listener), listener);
    }

    /// <summary>A client for the account that made an attempt, as far as it can be told.</summary>
    public OkxClient ClientOf(Attempt attempt, ApiListener listener)
    {
        var isDemo = attempt.Facts.GetValueOrDefault("demo") == "true";
        var profile = attempt.Facts.GetValueOrDefault("profile");
        return PrivateClient(
            new OkxCallerChoices(
                profile == OkxCredentials.EnvironmentProfile ? null : profile,
                attempt.Facts.GetValueOrDefault("site"),
                Demo: isDemo,
                Live: !isDemo
            ),
            listener
        );
    }

    private OkxClient ClientOf(OkxConnection connection, ApiListener listener) =>
        new(connection, runtime.Corridor, _offsets, listener);

    private (OkxConnectionSettings Settings, ServiceEndpoint Endpoint) Settings(
        OkxCallerChoices choices,
        bool isPrivate,
        ApiListener listener
    )
    {
        var settings = OkxConnectionSettings.Resolve(
            Config(listener).Read(),
            choices,
            SnapshotOf(SignIn(listener).Peek()),
            runtime.Environment,
            isPrivate
        );
        foreach (var warning in settings.Warnings)
        {
            listener.Warn(warning);
        }
        return (settings, Endpoint(settings.Address));
    }

    private static OkxConnection ConnectionOf(OkxConnectionSettings settings, ServiceEndpoint endpoint) =>
        new()
        {
            Address = endpoint.Address,
            Site = settings.Site.Id,
            WebHost = settings.Site.WebHost,
            LiveAddress = settings.Site.ApiAddress,
            IsDemo = settings.IsDemo,
            TimeLimit = settings.TimeLimit,
            Proxy = endpoint.IsSimulator || settings.Proxy is null ? null : AddressOf(settings.Proxy),
        };

    // okx-account.md 2.4: a key, else the session; which of the two is settled here, and never again for the request.
    private OkxConnection Credentialed(
        OkxConnection connection,
        OkxConnectionSettings settings,
        ServiceEndpoint endpoint,
        ApiListener listener
    )
    {
        var hasKey = settings.Credentials is not null;
        var usesSession = !hasKey && (!endpoint.IsSimulator || HasSession(listener));
        return connection with
        {
            Profile = settings.Credentials?.Profile,
            Key =
                usesSession ? null
                : endpoint.IsSimulator ? SimulatorHost.RehearsalKey(connection.IsDemo)
                : settings.Credentials!.Key,
            Tokens = usesSession && TokensFit(endpoint) ? Tokens() : null,
        };
    }

    private bool HasSession(ApiListener listener) =>
        TokensFit(Endpoint(OkxSites.Global.ApiAddress)) && SignIn(listener).Peek().Status != OkxAuthStatus.NotLoggedIn;

    // A rehearsal's token never leaves this machine, and a session's never goes to the simulator.
    private bool TokensFit(ServiceEndpoint api)
    {
        var oauth = OAuthEndpoint(OkxSites.Global);
        return api.IsSimulator == oauth.IsSimulator && (!oauth.Address.IsLoopback || api.Address.IsLoopback);
    }

    private OkxTokens Tokens()
    {
        var path = StorePath();
        return _tokens.GetOrAdd(path, _ => new OkxTokens(new OkxSignInStore(path), ServerOf, runtime.Corridor));
    }

    private OkxSignInStore Store(Action<string> warn) => new(StorePath()) { Warn = warn };

    private string StorePath() =>
        OAuthEndpoint(OkxSites.Global).Address.IsLoopback
            ? Path.Combine(StateFolder.Locate(runtime.Environment).Path, OkxSignInStore.RehearsalFileName)
            : Path.Combine(OkxFolder.Locate(runtime.Environment), OkxSignInStore.FileName);

    private OAuthServer ServerOf(string site)
    {
        var known = OkxSites.Checked(site);
        return OAuthServer.Of(known.Id, OAuthEndpoint(known).Address, Endpoint(known.ApiAddress).Address);
    }

    private ServiceEndpoint OAuthEndpoint(OkxSite site) =>
        ServiceEndpoint.Choose(
            runtime,
            null,
            OAuthVariable,
            SimulatorPath,
            site.OAuthAddress,
            OAuthServer.CheckedAddress
        );

    // Environment, simulator, then what profile and site say.
    private ServiceEndpoint Endpoint(Uri settled) =>
        ServiceEndpoint.Choose(
            runtime,
            null,
            OkxConnectionSettings.AddressVariable,
            SimulatorPath,
            settled,
            text => OkxConnection.CheckedAddress(text.Trim().TrimEnd('/'))
        );

    private static Uri AddressOf(OkxProxy proxy) =>
        proxy.User is null
            ? proxy.Address
            : new UriBuilder(proxy.Address)
            {
                UserName = Uri.EscapeDataString(proxy.User),
                Password = proxy.Password?.Use(utf8 => Uri.EscapeDataString(System.Text.Encoding.UTF8.GetString(utf8))),
            }.Uri;
}
