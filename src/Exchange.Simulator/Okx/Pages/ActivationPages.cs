using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Pages;
using Exchange.Simulator.Okx.OAuth;

namespace Exchange.Simulator.Okx.Pages;

/// <summary>Where a person types the code that the terminal shows, and approves or denies.</summary>
internal sealed class ActivationPages(OkxVenue venue)
{
    public const string Service = "OKX";

    /// <summary>The form; with a code in the query also what is asked for.</summary>
    public void Show(Call call)
    {
        var typed = call.Query.Text("user_code");
        var grant = venue.Grants.ByUserCode(typed);
        if (typed is not null && (grant is null || ProblemOf(grant) is not null))
        {
            ShowForm(call, 404, typed, ProblemOf(grant));
            return;
        }
        if (grant is null)
        {
            ShowForm(call, 200, "", problem: null);
            return;
        }
        HtmlPage.Reply(
            call,
            200,
            Service,
            "Allow this application?",
            $"""
            <p>Compare the code with the one in your terminal. Approve only if you started this sign-in yourself.</p>
            <dl>
            <dt>Code</dt><dd>{HtmlPage.Text(grant.UserCode)}</dd>
            <dt>Application</dt><dd>{HtmlPage.Text(venue.Clients.NameOf(grant.ClientId))}</dd>
            <dt>Signed in as</dt><dd>{HtmlPage.Text(venue.Account.User)}</dd>
            <dt>It may use</dt><dd>{HtmlPage.Text(string.Join(", ", grant.Scopes))}</dd>
            <dt>Valid until</dt><dd>{HtmlPage.Time(grant.ExpiresMs)}</dd>
            </dl>
            <form method="post" action="activate">
            <input type="hidden" name="user_code" value="{HtmlPage.Text(grant.UserCode)}">
            {Buttons}
            </form>
            """
        );
    }

    /// <summary>What the person decided.</summary>
    public void Decide(Call call)
    {
        var form = call.Form();
        var typed = form.Text("user_code") ?? "";
        var grant = venue.Grants.ByUserCode(typed);
        if (!HtmlPage.IsOwnForm(call) || ProblemOf(grant) is not null)
        {
            ShowForm(
                call,
                grant is null ? 404 : 409,
                typed,
                ProblemOf(grant) ?? "This form was not sent from this page."
            );
            return;
        }
        if (form.Text("decision") is not ("approve" or "deny"))
        {
            ShowForm(call, 400, typed, "Choose Approve or Deny.");
            return;
        }
        var isApproved = form.Text("decision") == "approve";
        grant!.State = isApproved ? DeviceGrantState.Approved : DeviceGrantState.Denied;
        HtmlPage.Reply(
            call,
            200,
            Service,
            isApproved ? "Approved" : "Denied",
            isApproved
                ? """
                <p class="good">The application can now finish signing in.</p>
                <p>Return to your terminal. You can close this page.</p>
                <p class="soft">To take this back later, open <a href="connected-apps">Connected apps</a>.</p>
                """
                : """
                <p class="bad">The application was not given access.</p>
                <p>You can close this page.</p>
                """
        );
    }

    private const string Buttons = """
        <div class="actions">
        <button class="first" type="submit" name="decision" value="approve">Approve</button>
        <button type="submit" name="decision" value="deny">Deny</button>
        </div>
        """;

    private static void ShowForm(Call call, int status, string typed, string? problem) =>
        HtmlPage.Reply(
            call,
            status,
            Service,
            "Connect an application",
            $"""
            {(problem is null ? "" : $"""<p class="bad" role="alert">{HtmlPage.Text(problem)}</p>""")}
            <form method="post" action="activate">
            <label for="user_code">Enter the code that your terminal shows</label>
            <input id="user_code" name="user_code" value="{HtmlPage.Text(typed)}" placeholder="XXXX-XXXX" maxlength="32"
              autocomplete="off" autocapitalize="characters" spellcheck="false" required autofocus>
            {Buttons}
            </form>
            """
        );

    private string? ProblemOf(DeviceGrant? grant) =>
        grant?.StateName(venue.Clock.NowMs) switch
        {
            null => "There is no such code. Check it against your terminal.",
            "pending" => null,
            "expired" => "This code has expired. Start the sign-in again.",
            _ => "This code was used already. Start the sign-in again.",
        };
}
