using System.Text;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Strategy.Wallet;

namespace Exchange.Strategy;

/// <summary>The headers of every request, and those that say who it is (strategy.md 2.1).</summary>
internal sealed class StrategySigner(
    StrategyConnection connection,
    Func<Secret?> accessToken,
    Func<string?> account,
    TimeProvider clock
) : IRequestSigner
{
    private static readonly string Version = typeof(StrategySigner).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public string Scope => account() ?? "public";

    public SignedRequest Sign(ApiRequest request)
    {
        var body = request.Body?.Invoke(0);
        return new SignedRequest([.. Identification(), .. Authorization(request, body)], body);
    }

    private IEnumerable<KeyValuePair<string, string>> Identification()
    {
        yield return new("User-Agent", $"Exchange/{Version}");
        yield return new("ok-client-version", Version);
        yield return new("Ok-Access-Client-type", "agent-cli");
        yield return new("platform", "agent-cli");
        if (connection.Device.Id is { } id)
        {
            yield return new("device-id", id);
        }
        yield return new("device-name", connection.Device.Name);
    }

    private IEnumerable<KeyValuePair<string, string>> Authorization(ApiRequest request, byte[]? body)
    {
        var auth = StrategyEndpoints.AuthOf(request);
        if (auth == StrategyAuth.None)
        {
            return [];
        }
        if (accessToken() is { } token)
        {
            var bearer = new KeyValuePair<string, string>("Authorization", "Bearer " + token.Reveal());
            return auth == StrategyAuth.AgenticSession ? [bearer, new("X-Web3-Auth-Type", "1")] : [bearer];
        }
        if (auth != StrategyAuth.Market)
        {
            throw WalletError.NotLoggedIn();
        }
        return connection.MarketKey()?.Headers(clock.GetUtcNow(), request.Method.Method, request.PathAndQuery, body)
            ?? [];
    }
}
