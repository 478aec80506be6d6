using System.Globalization;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>Signing in with a code from an e-mail, or with an API key (strategy.md 14.3).</summary>
internal sealed class LegacySignIn
{
    private const string Issuer = "okx";

    private readonly HashSet<string> _flows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nonces = new(StringComparer.Ordinal);

    public void StartEmail(Web3Call call)
    {
        var body = call.Body();
        _ = body.Text("sysLocale");
        if (!body.Text("email").Contains('@', StringComparison.Ordinal))
        {
            throw body.Wrong("email", "is not an address");
        }
        var flow = call.Venue.Tokens.Next("flow-");
        _flows.Add(flow);
        Answer(call, ("flowId", flow));
    }

    public void FinishEmail(Web3Call call)
    {
        var body = call.Body();
        var key = SignInDesk.KeyOf(body.Text("tempPubKey")) ?? throw body.Wrong("tempPubKey", "is not 32 bytes");
        var user = call.Venue.User;
        var isRight =
            _flows.Contains(body.Text("flowId"))
            && body.Text("email").Equals(user.Email, StringComparison.OrdinalIgnoreCase)
            && body.Text("otp") == user.OneTimeCode;
        if (!isRight)
        {
            throw new BackendRefusal(BackendCode.WrongCredentials);
        }
        _flows.Remove(body.Text("flowId"));
        SignIn(call, key, "email", hasSaTeeId: true);
    }

    public void StartKey(Web3Call call)
    {
        if (call.Body().Text("apiKey") != call.Venue.User.ApiKey)
        {
            throw new BackendRefusal(BackendCode.WrongCredentials);
        }
        var nonce = call.Venue.Tokens.Next("n-");
        _nonces.Add(nonce);
        Answer(call, ("nonce", nonce), ("iss", Issuer));
    }

    public void FinishKey(Web3Call call)
    {
        var body = call.Body();
        var user = call.Venue.User;
        var key = SignInDesk.KeyOf(body.Text("tempPubKey")) ?? throw body.Wrong("tempPubKey", "is not 32 bytes");
        _ = body.Text("sysLocale");
        var timestamp = body.Text("timestamp");
        if (
            !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            || !call.IsNear(ms, call.Venue.ClockSkewTolerance)
        )
        {
            throw body.Wrong("timestamp", "is not about now");
        }
        // The nonce is not sent back: it is the one whose signature fits.
        var (locale, sign) = (body.Text("locale"), body.Text("sign"));
        var nonce = _nonces.FirstOrDefault(one => Signature(user.ApiSecret, timestamp, locale, one, Issuer) == sign);
        if (nonce is null || body.Text("apiKey") != user.ApiKey || body.Text("passphrase") != user.Passphrase)
        {
            throw new BackendRefusal(BackendCode.WrongCredentials);
        }
        _nonces.Remove(nonce);
        SignIn(call, key, "ak", hasSaTeeId: false);
    }

    /// <summary>What a key signs to sign in.</summary>
    public static string Signature(string secret, string timestamp, string locale, string nonce, string issuer) =>
        HmacText.Of(secret, $"{timestamp}GET/web3/ak/agentic/login?locale={locale}&nonce={nonce}&iss={issuer}");

    private static void SignIn(Web3Call call, byte[] key, string loginType, bool hasSaTeeId) =>
        WalletEndpoints.SignedIn(call, call.Venue.Sessions.Open(key, loginType, hasSaTeeId, call.Venue.Behaviour));

    private static void Answer(Web3Call call, params (string Name, string Value)[] fields) =>
        call.Data(wire =>
            wire.Array(
                [fields],
                _ => wire.Object(() => Array.ForEach(fields, field => wire.Text(field.Name, field.Value)))
            )
        );
}
