using Exchange.Http;

namespace Exchange.Codex;

/// <summary>The headers of a call: none for the token endpoint, the access token for the usage endpoint (codex-auth.md 5.3, section 12).</summary>
internal sealed class CodexSigner(string? access, string? accountId) : IRequestSigner
{
    /// <inheritdoc/>
    public string Scope => "codex";

    /// <inheritdoc/>
    public SignedRequest Sign(ApiRequest request) =>
        access is null
            ? new SignedRequest([], request.Body?.Invoke(0)) { ContentType = "application/x-www-form-urlencoded" }
            : new SignedRequest([.. UsageHeaders()], null);

    private IEnumerable<KeyValuePair<string, string>> UsageHeaders()
    {
        yield return new("Authorization", $"Bearer {access}");
        // The value that the peers send; whether an honest name would pass is not known (codex-auth.md, open question 5).
        yield return new("User-Agent", "CodexBar");
        if (!string.IsNullOrEmpty(accountId))
        {
            yield return new("ChatGPT-Account-Id", accountId);
        }
    }
}
