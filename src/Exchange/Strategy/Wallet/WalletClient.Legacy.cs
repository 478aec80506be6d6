using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exchange.Storage;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy.Wallet;

/// <content>The older ways of signing in (strategy.md 14.3): by a code in an e-mail, and by an API key.</content>
public sealed partial class WalletClient
{
    private const string Locale = "en_US";
    private const string SystemLocale = "NOT_FOUND";

    /// <summary>Has a code sent to an e-mail address.</summary>
    /// <returns>What the code belongs to.</returns>
    public async Task<string> SendCodeAsync(string email, CancellationToken cancel)
    {
        var flow = await LegacyAsync(() =>
                _channel.SendAsync(
                    StrategyEndpoints.EmailInit.Request(
                        Body(json =>
                        {
                            json.WriteString("email", email);
                            json.WriteString("locale", Locale);
                            json.WriteString("sysLocale", SystemLocale);
                        })
                    ),
                    StrategyJson.Default.Flow,
                    answer => answer.Data?.FirstOrDefault()?.FlowId,
                    cancel
                )
            )
            .ConfigureAwait(false);
        return flow ?? throw NothingGiven();
    }

    /// <summary>Signs in with the code.</summary>
    public async Task SignInByCodeAsync(string email, string flowId, Secret code, CancellationToken cancel)
    {
        var key = FreshBytes(32);
        var answer = await LegacyAsync(() =>
                _channel.SendAsync(
                    StrategyEndpoints.EmailVerify.Request(
                        Body(json =>
                        {
                            json.WriteString("email", email);
                            json.WriteString("flowId", flowId);
                            json.WriteString("otp", code.Reveal());
                            json.WriteString("tempPubKey", PublicKeyOf(key));
                        })
                    ),
                    StrategyJson.Default.SignIn,
                    wire => wire.Data?.FirstOrDefault(),
                    cancel
                )
            )
            .ConfigureAwait(false);
        await KeepLegacyAsync(answer, key, "email", cancel).ConfigureAwait(false);
    }

    /// <summary>Signs in with an API key.</summary>
    public async Task SignInByKeyAsync(Secret apiKey, Secret secret, Secret passphrase, CancellationToken cancel)
    {
        var challenge =
            await LegacyAsync(() =>
                    _channel.SendAsync(
                        StrategyEndpoints.KeyInit.Request(Body(json => json.WriteString("apiKey", apiKey.Reveal()))),
                        StrategyJson.Default.Flow,
                        answer => answer.Data?.FirstOrDefault(),
                        cancel
                    )
                )
                .ConfigureAwait(false)
            ?? throw NothingGiven();
        var key = FreshBytes(32);
        var timestamp = _clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = LoginSignature(secret, timestamp, challenge.Nonce ?? "", challenge.Iss ?? "");
        var answer = await LegacyAsync(() =>
                _channel.SendAsync(
                    StrategyEndpoints.KeyVerify.Request(
                        Body(json =>
                        {
                            json.WriteString("tempPubKey", PublicKeyOf(key));
                            json.WriteString("apiKey", apiKey.Reveal());
                            json.WriteString("passphrase", passphrase.Reveal());
                            json.WriteString("timestamp", timestamp);
                            json.WriteString("sign", sign);
                            json.WriteString("locale", Locale);
                            json.WriteString("sysLocale", SystemLocale);
                        })
                    ),
                    StrategyJson.Default.SignIn,
                    wire => wire.Data?.FirstOrDefault(),
                    cancel
                )
            )
            .ConfigureAwait(false);
        await KeepLegacyAsync(answer, key, "ak", cancel).ConfigureAwait(false);
    }

    /// <summary>The signature of a sign-in by API key (strategy.md 14.3).</summary>
    internal static string LoginSignature(Secret secret, string timestamp, string nonce, string iss)
    {
        var text = $"{timestamp}GET/web3/ak/agentic/login?locale={Locale}&nonce={nonce}&iss={iss}";
        return secret.Use(key => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))));
    }

    private async Task KeepLegacyAsync(SignInWire? answer, byte[] key, string type, CancellationToken cancel)
    {
        if (answer is not { AccessToken.Length: > 0 })
        {
            throw NothingGiven();
        }
        await KeepAsync(answer, key, type, cancel).ConfigureAwait(false);
        CryptographicOperations.ZeroMemory(key);
    }

    private static async Task<T> LegacyAsync<T>(Func<Task<T>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            throw trouble.With(
                $"{trouble.Message} The service may no longer take this way of signing in.",
                "Run Connect-AgenticWallet -Method Browser."
            );
        }
    }

    private static ExchangeException NothingGiven() =>
        new(
            "Wallet.SignInFailed",
            ErrorKind.Authentication,
            "The service gave no session. It may no longer take this way of signing in."
        )
        {
            Remedy = "Run Connect-AgenticWallet -Method Browser.",
        };
}
