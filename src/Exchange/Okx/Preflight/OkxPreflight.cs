using System.Text;
using Exchange.Http;

namespace Exchange.Okx;

/// <summary>The outcome of the three checks (okx-account.md 3.1).</summary>
/// <param name="Step">The check that decided: 0.1, 0.2 or 0.3.</param>
/// <param name="Action">What comes next.</param>
/// <param name="Site">The site that is settled; for a sign-in only one that the person chose in this interaction.</param>
/// <param name="Profile">The profile that holds the key, when there is one and it decided.</param>
/// <param name="Message">What to show, to the letter; empty when there is nothing to say.</param>
public sealed record OkxPreflightResult(
    string Step,
    OkxPreflightAction Action,
    string? Site,
    string? Profile,
    string Message
)
{
    /// <summary>One line of JSON: step, action, site, profile, message.</summary>
    public string ToJson() =>
        Encoding.UTF8.GetString(
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("step", Step);
                json.WriteString("action", $"{Action}");
                json.WriteString("site", Site);
                json.WriteString("profile", Profile);
                json.WriteString("message", Message);
                json.WriteEndObject();
            })
        );
}

/// <summary>
/// The three checks before any work with an account, in their order: is a site chosen, is there an API key, is there a session
/// (okx-account.md section 3). A pure function of two readings that were made for this very call.
/// </summary>
public static class OkxPreflight
{
    /// <summary>Decides.</summary>
    /// <param name="config">The configuration, just read.</param>
    /// <param name="auth">The session, just read.</param>
    /// <param name="reply">What the person answered to the menu in this interaction; null when it was not shown.</param>
    /// <param name="isChinese">The language of the message.</param>
    public static OkxPreflightResult Decide(OkxConfig config, OkxAuthSnapshot auth, string? reply, bool isChinese)
    {
        var chosen = OkxSites.FromReply(reply);
        var key = config.FirstWithKey;
        var row = OkxPreflightTable.Decide(
            isReadable: true,
            site: config.HasSite || chosen is not null,
            key: key is not null,
            auth.State,
            statusSite: !string.IsNullOrWhiteSpace(auth.Site)
        );
        return row.Action switch
        {
            OkxPreflightAction.ApiKeyConfigured => new(
                row.Step,
                row.Action,
                key!.ShownSite ?? chosen?.Id ?? auth.ChosenSite,
                key.Name,
                OkxTemplates.ApiKey(key.Name)
            ),
            OkxPreflightAction.LoggedIn => new(
                row.Step,
                row.Action,
                auth.ChosenSite,
                null,
                OkxTemplates.Ok(isChinese, auth.ChosenSite, auth.Scopes)
            ),
            OkxPreflightAction.PendingWait => new(
                row.Step,
                row.Action,
                auth.ChosenSite,
                null,
                OkxTemplates.Pending(isChinese)
            ),
            // okx-account.md 3.3: the file's site opens no sign-in; without a fresh choice the menu comes first.
            OkxPreflightAction.Login => new(
                row.Step,
                row.Action,
                chosen?.Id,
                null,
                chosen is null ? OkxTemplates.Menu : ""
            ),
            _ => new(row.Step, row.Action, null, null, OkxTemplates.Menu),
        };
    }

    /// <summary>The outcome when the configuration cannot be read: never a sign-in.</summary>
    public static OkxPreflightResult Failed(ExchangeException trouble)
    {
        var row = OkxPreflightTable.Decide(false, false, false, OkxAuthState.Unavailable, false);
        return new(row.Step, row.Action, null, null, trouble.Message);
    }
}
