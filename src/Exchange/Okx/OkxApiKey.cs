using System.Security.Cryptography;
using System.Text;
using Exchange.Cryptography;
using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>An API key, its secret and its passphrase (okx-account.md 2.1, section 8). Shows them masked only.</summary>
public sealed class OkxApiKey
{
    private OkxApiKey(Secret key, Secret secret, Secret passphrase)
    {
        Key = key;
        MaskedKey = OkxMasks.ApiKey(key) ?? OkxMasks.Hidden;
        KeyText = key.Reveal();
        SecretKey = secret;
        Passphrase = passphrase;
        Signature = new KeyedHash(() => secret.Use(utf8 => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, utf8)));
    }

    internal Secret Key { get; }

    /// <summary>The key as every request carries it.</summary>
    internal string KeyText { get; }

    internal Secret SecretKey { get; }

    internal Secret Passphrase { get; }

    /// <summary>HMAC-SHA256 with the secret.</summary>
    internal KeyedHash Signature { get; }

    /// <summary>The key as it is shown (<see cref="OkxMasks.ApiKey"/>).</summary>
    public string MaskedKey { get; }

    /// <summary>From values that the caller holds.</summary>
    /// <exception cref="ExchangeException">
    /// <c>Okx.ConfigError</c>: one of them is blank, or could break out of a header; no value is shown.
    /// </exception>
    public static OkxApiKey From(Secret key, Secret secret, Secret passphrase)
    {
        if (key.IsBlank || secret.IsBlank || passphrase.IsBlank)
        {
            throw OkxError.Config("Partial API credentials detected.", "Key, secret and passphrase go together.");
        }
        RefuseBroken(key, "API key");
        RefuseBroken(passphrase, "passphrase");
        return new OkxApiKey(key, secret, passphrase);
    }

    /// <inheritdoc/>
    public override string ToString() => MaskedKey;

    // okx-account.md section 8: both travel in headers as they are.
    private static void RefuseBroken(Secret value, string name)
    {
        var fits = value.Use(utf8 =>
        {
            foreach (var unit in utf8)
            {
                if (unit is < 0x20 or > 0x7E)
                {
                    return false;
                }
            }
            return true;
        });
        if (!fits)
        {
            throw OkxError.Config(
                $"The {name} holds a line break or a character outside ASCII, which no header can carry.",
                "Copy it again."
            );
        }
    }
}
