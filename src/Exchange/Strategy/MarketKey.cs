using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exchange.Storage;

namespace Exchange.Strategy;

/// <summary>An API key that signs look-ups of the market while nobody is signed in (strategy.md 2.1, okx-account.md 8).</summary>
public sealed class MarketKey
{
    private static readonly string[] KeyVariables = ["OKX_API_KEY", "OKX_ACCESS_KEY"];
    private const string SecretVariable = "OKX_SECRET_KEY";
    private const string PassphraseVariable = "OKX_PASSPHRASE";

    private readonly Secret _key;
    private readonly Secret _secret;
    private readonly Secret _passphrase;

    private MarketKey(Secret key, Secret secret, Secret passphrase)
    {
        _key = key;
        _secret = secret;
        _passphrase = passphrase;
    }

    /// <summary>The environment's key; null when there is none.</summary>
    /// <exception cref="ExchangeException"><c>Market.KeyIncomplete</c> when a part of it is missing.</exception>
    public static MarketKey? FromEnvironment(Func<string, string?> environment)
    {
        if (KeyVariables.Select(environment).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is not { } key)
        {
            return null;
        }
        return new MarketKey(
            Secret.From(key),
            Part(environment, SecretVariable),
            Part(environment, PassphraseVariable)
        );
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => Secret.Mask;

    /// <summary>The headers that sign a request sent at this moment.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Headers(
        DateTimeOffset now,
        string method,
        string pathAndQuery,
        byte[]? body
    )
    {
        var timestamp = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        byte[] message = [.. Encoding.UTF8.GetBytes(timestamp + method + pathAndQuery), .. body ?? []];
        yield return new("OK-ACCESS-KEY", _key.Reveal());
        yield return new(
            "OK-ACCESS-SIGN",
            _secret.Use(secret => Convert.ToBase64String(HMACSHA256.HashData(secret, message)))
        );
        yield return new("OK-ACCESS-PASSPHRASE", _passphrase.Reveal());
        yield return new("OK-ACCESS-TIMESTAMP", timestamp);
        yield return new("ok-client-type", "cli");
    }

    private static Secret Part(Func<string, string?> environment, string name) =>
        environment(name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? Secret.From(text)
            : throw new ExchangeException(
                "Market.KeyIncomplete",
                ErrorKind.Authentication,
                $"An OKX API key is set, but {name} is not."
            )
            {
                Remedy = $"Set {name}, or unset the key: prices can be read without one.",
            };
}
