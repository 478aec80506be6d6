using System.Security.Cryptography;
using System.Text;
using Exchange.Cryptography;

namespace Exchange.Strategy.Signing;

/// <summary>
/// The session's signing key, opened for as long as it is needed and overwritten then (strategy.md 7.8). It signs intents and
/// attestations of the session; it is no key of a wallet.
/// </summary>
internal sealed class SessionSeed : IDisposable
{
    private static readonly byte[] Purpose = "okx-tee-sign"u8.ToArray();

    private readonly byte[] _seed;

    private SessionSeed(byte[] seed) => _seed = seed;

    /// <summary>Opens the seed of a session that was just read; its own key is overwritten, read it again for another use.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.CredentialsUnreadable</c></exception>
    public static SessionSeed Of(Wallet.WalletRecord session)
    {
        try
        {
            return Open(session.SessionKey, session.EncryptedSessionSk);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(session.SessionKey);
        }
    }

    /// <summary>Opens what the service sealed for this session.</summary>
    /// <param name="sessionKey">The private key that was made at sign-in, 32 bytes; left as it is.</param>
    /// <param name="encrypted">The service's <c>encryptedSessionSk</c>, Base64.</param>
    /// <exception cref="ExchangeException"><c>Wallet.CredentialsUnreadable</c></exception>
    public static SessionSeed Open(byte[] sessionKey, string encrypted)
    {
        byte[]? seed = null;
        try
        {
            seed = Hpke.Open(sessionKey, Convert.FromBase64String(encrypted), Purpose);
            return seed.Length == Ed25519.SeedLength
                ? new SessionSeed(seed)
                : throw new CryptographicException("The session key is not 32 bytes long.");
        }
        catch (Exception trouble) when (trouble is FormatException or CryptographicException)
        {
            CryptographicOperations.ZeroMemory(seed);
            throw Wallet.WalletError.CredentialsUnreadable(trouble);
        }
    }

    /// <summary>The signature of an intent, Base64: of the text on Solana, of its EIP-191 digest elsewhere.</summary>
    public string Sign(string intent, ChainFamily family)
    {
        var text = Encoding.UTF8.GetBytes(intent);
        return Convert.ToBase64String(
            Ed25519.Sign(_seed, family == ChainFamily.Svm ? text : Ethereum.MessageDigest(text))
        );
    }

    /// <summary>The signature of an attestation document's bytes, Base64.</summary>
    public string SignDocument(byte[] document) => Convert.ToBase64String(Ed25519.Sign(_seed, document));

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_seed);
}
