using Exchange.Desk;

namespace Exchange.Codex;

/// <summary>What completing a sign-in will do; holds no secret.</summary>
public sealed record CodexSignInDraft : IDraft
{
    internal CodexSignInDraft(string profileId, string storePath, CodexEndpoint endpoint, bool isQueued)
    {
        Subject = profileId;
        var lines = new List<DraftLine>
        {
            new("Profile", profileId),
            new("Store", storePath),
            new(
                "Sent to",
                $"{endpoint.SignIn.GetLeftPart(UriPartial.Authority)}{(endpoint.IsRehearsal ? " (this machine)" : "")}"
            ),
        };
        if (isQueued)
        {
            lines.Add(new("Gateway", "stopped for the write and started again, by a background job"));
        }
        Lines = lines;
    }

    /// <inheritdoc/>
    public string Service => CodexError.Service;

    /// <inheritdoc/>
    public string Action => "Complete sign-in";

    /// <inheritdoc/>
    public string Subject { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines { get; }
}
