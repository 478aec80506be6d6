using System.Text;
using Exchange.Http;

namespace Exchange.Okx;

/// <summary>What a person needs to approve a sign-in in a browser (okx-account.md 5.4).</summary>
public sealed record OkxDeviceCode
{
    /// <summary>Site id.</summary>
    public required string Site { get; init; }

    /// <summary>The page to open.</summary>
    public required Uri VerificationUri { get; init; }

    /// <summary>The code to type there.</summary>
    public required string UserCode { get; init; }

    /// <summary>Seconds for which the code is still good.</summary>
    public required int ExpiresIn { get; init; }

    /// <summary>The words to show to the person.</summary>
    public string Message { get; init; } = "";

    internal Uri? CompleteUri { get; init; }

    /// <summary>The page with the code already in it where the service gave one, for a browser that is opened here.</summary>
    public Uri GetPageWithCode() => CompleteUri ?? VerificationUri;

    /// <summary>One line of compact JSON with just the contract's three keys.</summary>
    public string ToJson() =>
        Encoding.UTF8.GetString(
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("verificationUri", VerificationUri.OriginalString);
                json.WriteString("userCode", UserCode);
                json.WriteNumber("expiresIn", ExpiresIn);
                json.WriteEndObject();
            })
        );
}
