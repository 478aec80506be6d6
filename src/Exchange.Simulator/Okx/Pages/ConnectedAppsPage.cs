using System.Text;
using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Pages;
using Exchange.Simulator.Okx.OAuth;

namespace Exchange.Simulator.Okx.Pages;

/// <summary>What a person has approved, and the button that takes it back: the service knows no other way (okx-account.md 5.1).</summary>
internal sealed class ConnectedAppsPage(OkxVenue venue)
{
    public void Show(Call call)
    {
        var list = new StringBuilder();
        foreach (var session in venue.Sessions.All.Where(session => !session.IsRevoked))
        {
            list.Append(Item(session));
        }
        HtmlPage.Reply(
            call,
            200,
            ActivationPages.Service,
            "Connected apps",
            $"""
            <p class="soft">{HtmlPage.Text(venue.Account.User)}</p>
            {(list.Length == 0 ? "<p>No application has access.</p>" : $"<ul>{list}</ul>")}
            """
        );
    }

    public void Revoke(Call call)
    {
        if (!HtmlPage.IsOwnForm(call) || call.Form().Text("session") is not { } id || !venue.Sessions.Revoke(id))
        {
            HtmlPage.Reply(
                call,
                404,
                ActivationPages.Service,
                "Connected apps",
                "<p class=\"bad\">No such application.</p>"
            );
            return;
        }
        call.Redirect("connected-apps");
    }

    private string Item(OAuthSession session) =>
        $"""
            <li>
            <dl>
            <dt>Application</dt><dd>{HtmlPage.Text(venue.Clients.NameOf(session.ClientId))}</dd>
            <dt>It may use</dt><dd>{HtmlPage.Text(string.Join(", ", session.Scopes))}</dd>
            <dt>Since</dt><dd>{HtmlPage.Time(session.GrantedMs)}</dd>
            <dt>Last used</dt><dd>{HtmlPage.Time(session.LastUsedMs)}</dd>
            </dl>
            <form method="post" action="connected-apps">
            <button type="submit" name="session" value="{HtmlPage.Text(session.Id)}">Revoke access</button>
            </form>
            </li>
            """;
}
