using Exchange.Desk;
using Exchange.Http;

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

    /// <summary>The live streams (bitopro.md section 8).</summary>
    public static Uri LiveStreamAddress { get; } = new("wss://stream.bitopro.com:443/ws");

    /// <summary>Base address of the streams up to and including <c>/ws</c>; null when none is known that belongs to <see cref="Address"/>.</summary>
    public Uri? StreamAddress { get; init; }

    /// <summary>Where the nonce of bodies goes.</summary>
    public NoncePlacement NoncePlacement { get; init; } = NoncePlacement.Seed;

    /// <summary>The masked key, or null when there are no credentials.</summary>
    public string? Account => Credentials?.MaskedKey;

    /// <summary>The line of a draft that says whether real money moves.</summary>
    internal static DraftLine DestinationLine(Uri? address) => Destination.Line(address, LiveAddress);

    /// <summary>Checks an address: https, or http to this machine only.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidEndpoint</c></exception>
    public static Uri CheckedAddress(string text) =>
        ServiceAddress.Check(text)
        ?? throw BitoProError.Input(
            "InvalidEndpoint",
            "A BitoPro endpoint is an https address; plain http is for this machine only.",
            $"The live service is {LiveAddress}."
        );

    /// <summary>Checks an address of streams: wss, or ws to this machine only.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidEndpoint</c></exception>
    public static Uri CheckedStreamAddress(string text) =>
        ServiceAddress.Check(text, Uri.UriSchemeWss, Uri.UriSchemeWs)
        ?? throw BitoProError.Input(
            "InvalidEndpoint",
            "A BitoPro stream endpoint is a wss address; plain ws is for this machine only.",
            $"The live streams are at {LiveStreamAddress}."
        );
}
