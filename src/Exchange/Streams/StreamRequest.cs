using Exchange.Http;

namespace Exchange.Streams;

/// <summary>A subscription: the address is all that is ever said, nothing is sent after the upgrade.</summary>
/// <param name="Upgrade">The request as it is signed; its call names the stream in messages.</param>
/// <param name="Query">With its question mark, as it is to be sent; a service that reads its own separators need not see them escaped.</param>
/// <param name="AfterGap">What a reader must know when the stream was interrupted, if anything is missing then.</param>
public sealed record StreamRequest(ApiRequest Upgrade, string Query = "", string? AfterGap = null)
{
    internal Uri Below(Uri service) => new(service.AbsoluteUri.TrimEnd('/') + Upgrade.Path + Query);
}
