namespace Exchange.Okx;

/// <summary>A region of the service (okx-account.md section 1).</summary>
/// <param name="Id">Lower case: <c>global</c>.</param>
/// <param name="Region">Its name for people.</param>
/// <param name="WebHost">The host that people see: <c>www.okx.com</c>.</param>
/// <param name="ApiAddress">Base address of API calls.</param>
/// <param name="OAuthAddress">Base address of signing in.</param>
/// <param name="IsOnMenu">True for what the menu offers; the rest is taken by its id only.</param>
public sealed record OkxSite(
    string Id,
    string Region,
    string WebHost,
    Uri ApiAddress,
    Uri OAuthAddress,
    bool IsOnMenu = true
)
{
    /// <summary>Where people make API keys.</summary>
    public Uri KeyPage => new($"https://{WebHost}/account/my-api");

    /// <summary>Where people make API keys for simulated or for live trading.</summary>
    public Uri KeyPageFor(bool isDemo) => new($"{KeyPage}?{(isDemo ? "go-demo-trading=1" : "go-live-trading=1")}");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
