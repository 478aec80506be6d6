using System.Globalization;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Wallet;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy;

/// <summary>Finds out who calls (strategy.md 2.1).</summary>
internal sealed class Web3Authenticator(Web3Venue venue)
{
    private const string Scheme = "Bearer ";

    /// <summary>The caller's session; null on a route that needs none.</summary>
    /// <exception cref="BackendRefusal">The caller may not pass.</exception>
    public WalletSession? Pass(Call call, Web3Access access)
    {
        if (access == Web3Access.Public)
        {
            return null;
        }
        var bearer = call.Headers["Authorization"];
        if (bearer is null && access == Web3Access.Market)
        {
            PassKey(call);
            return null;
        }
        if (bearer?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new BackendRefusal(50114);
        }
        if (access == Web3Access.Strategy && call.Headers["X-Web3-Auth-Type"] != "1")
        {
            throw new BackendRefusal(10026, "X-Web3-Auth-Type is not 1");
        }
        var session = venue.Sessions.ByAccessToken(bearer[Scheme.Length..]) ?? throw InvalidToken(access);
        call.AccountName = venue.User.Email;
        return session;
    }

    private BackendRefusal InvalidToken(Web3Access access) =>
        new(
            venue.Behaviour.InvalidTokenCode != 0 ? venue.Behaviour.InvalidTokenCode
            : access == Web3Access.Strategy ? 10026
            : 10008
        );

    // Anonymous unless a key is named; a key must then be right.
    private void PassKey(Call call)
    {
        if (call.Headers["OK-ACCESS-KEY"] is not { } key)
        {
            return;
        }
        var timestamp = call.Headers["OK-ACCESS-TIMESTAMP"] ?? "";
        var isRight =
            key == venue.User.ApiKey
            && call.Headers["OK-ACCESS-PASSPHRASE"] == venue.User.Passphrase
            && call.Headers["OK-ACCESS-SIGN"] == Signature(call, timestamp);
        if (!isRight)
        {
            throw new BackendRefusal(50113, "Invalid signature");
        }
        if (!IsTimely(call, timestamp))
        {
            throw new BackendRefusal(50102, "Timestamp request expired");
        }
        call.AccountName = venue.User.Email;
    }

    // GET signs path and query, POST the path and its body.
    private string Signature(Call call, string timestamp)
    {
        var path = call.Path[(Web3Service.Prefix.Length + 1)..];
        var query = call.Method == "GET" && call.QueryText.Length > 0 ? "?" + call.QueryText : "";
        return HmacText.Of(venue.User.ApiSecret, timestamp + call.Method + path + query, call.Body.Span);
    }

    private bool IsTimely(Call call, string timestamp) =>
        DateTimeOffset.TryParseExact(
            timestamp,
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        ) && new Web3Call(call, venue, session: null).IsNear(time.ToUnixTimeMilliseconds(), venue.ClockSkewTolerance);
}
