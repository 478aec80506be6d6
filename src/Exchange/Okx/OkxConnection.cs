using System.Text;
using Exchange.Http;
using Exchange.Okx.SignIn;

namespace Exchange.Okx;

/// <summary>Where OKX calls go, for whom, and how (okx-account.md 2.3, 2.4).</summary>
public sealed record OkxConnection
{
    /// <summary>The service's limit when nothing else is said (okx-account.md 2.1).</summary>
    public static readonly TimeSpan UsualTimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>API base address; a path in it is sent, and not signed.</summary>
    public required Uri Address { get; init; }

    /// <summary>Site id.</summary>
    public required string Site { get; init; }

    /// <summary>The site's host for people, where keys are made.</summary>
    public required string WebHost { get; init; }

    /// <summary>The address of the live service of the site, to tell it from any other.</summary>
    public required Uri LiveAddress { get; init; }

    /// <summary>The profile whose settings these are; null for none, <c>env</c> for the environment's key.</summary>
    public string? Profile { get; init; }

    /// <summary>The key to sign with; with one, no other way is ever tried.</summary>
    public OkxApiKey? Key { get; init; }

    /// <summary>The session to use when there is no key.</summary>
    public OkxTokens? Tokens { get; init; }

    /// <summary>True for simulated trading.</summary>
    public bool IsDemo { get; init; }

    /// <summary>How long one exchange may take.</summary>
    public TimeSpan TimeLimit { get; init; } = UsualTimeLimit;

    /// <summary>The profile's own proxy.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Who is meant, without a secret: the masked key, or the session of a site.</summary>
    public string? Account =>
        Key is { } key ? key.MaskedKey
        : Tokens is not null ? $"oauth ({Site})"
        : null;

    /// <summary>Checks an address: https, or http to this machine only.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    public static Uri CheckedAddress(string text) =>
        ServiceAddress.Check(text)
        ?? throw OkxError.Config(
            $"Invalid base URL \"{Shown(text)}\".",
            "A base URL is an https address; plain http is for this machine only."
        );

    /// <summary>The values that no message may repeat.</summary>
    internal IEnumerable<string?> SecretTexts() =>
        Key is null ? [] : [Key.Key.Reveal(), Key.SecretKey.Reveal(), Key.Passphrase.Reveal()];

    // A user name and password in an address are not repeated.
    private static string Shown(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? "***" + text[at..] : text;
}
