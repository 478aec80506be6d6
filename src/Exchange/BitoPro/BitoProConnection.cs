using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>Where the nonce of POST and PUT bodies goes (bitopro.md 1.4, item 6).</summary>
public enum NoncePlacement
{
    /// <summary>Last key of the body, and of every element of a batch.</summary>
    Seed,

    /// <summary>Not in the body at all, as the service's own samples do.</summary>
    Docs,
}

/// <summary>An endpoint, and the credentials to use there, if any.</summary>
/// <param name="Address">Base address up to and including <c>/v3</c>.</param>
/// <param name="Credentials">Needed by private calls only.</param>
public sealed record BitoProConnection(Uri Address, BitoProCredentials? Credentials)
{
    /// <summary>The live service (bitopro.md 1.1).</summary>
    public static Uri LiveAddress { get; } = new("https://api.bitopro.com/v3");

    /// <summary>Where the nonce of bodies goes.</summary>
    public NoncePlacement NoncePlacement { get; init; } = NoncePlacement.Seed;

    /// <summary>The masked key, or null when there are no credentials.</summary>
    public string? Account => Credentials?.MaskedKey;

    /// <summary>The line of a draft that says whether real money moves.</summary>
    internal static DraftLine DestinationLine(Uri? address)
    {
        var kind =
            address == LiveAddress ? Language.Choose("live service", "正式環境")
            : address?.IsLoopback == true ? Language.Choose("this machine", "本機")
            : Language.Choose("another endpoint", "其他端點");
        return new DraftLine(Language.Choose("Sent to", "送往"), $"{address} ({kind})");
    }

    /// <summary>Checks an address: https, or http to this machine only.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidEndpoint</c></exception>
    public static Uri CheckedAddress(string text)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.UserInfo.Length == 0
            && address.Query.Length == 0
            && address.Fragment.Length == 0
        )
        {
            return address;
        }
        throw BitoProError.Input(
            "InvalidEndpoint",
            "A BitoPro endpoint is an https address; plain http is for this machine only.",
            $"The live service is {LiveAddress}."
        );
    }
}
