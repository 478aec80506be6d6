using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Pages;
using Exchange.Simulator.Strategy.Wallet;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Pages;

/// <summary>The page that signing in with a browser opens (strategy.md 14.2).</summary>
internal sealed class SocialLoginPage(Web3Venue venue)
{
    private const string Service = "Wallet";

    public void Show(Call call)
    {
        if (Problem(venue.SignInDesk.Open(call.Query)) is { } problem)
        {
            ShowProblem(call, problem);
            return;
        }
        HtmlPage.Reply(
            call,
            200,
            Service,
            "Sign in to your wallet",
            $"""
            <p>A program on this machine asks to act for your wallet. Go on only if you started it yourself.</p>
            <dl>
            <dt>Wallet of</dt><dd>{HtmlPage.Text(venue.User.Email)}</dd>
            <dt>Accounts</dt><dd>{HtmlPage.Text(string.Join(", ", venue.Accounts.Select(account => account.Name)))}</dd>
            <dt>It may</dt><dd>place, list and cancel price-triggered orders</dd>
            </dl>
            <form method="post" action="sociallogin">
            <input type="hidden" name="authSessionId" value="{HtmlPage.Text(call.Query.Text("authSessionId")!)}">
            <div class="actions">
            <button class="first" type="submit" name="decision" value="google">Google</button>
            <button class="first" type="submit" name="decision" value="apple">Apple</button>
            <button class="first" type="submit" name="decision" value="email">E-mail</button>
            </div>
            <div class="actions"><button type="submit" name="decision" value="deny">Deny</button></div>
            </form>
            """
        );
    }

    public void Decide(Call call)
    {
        var form = call.Form();
        var signIn = venue.SignInDesk.Find(form.Text("authSessionId"));
        var decision = form.Text("decision");
        if (!HtmlPage.IsOwnForm(call) || decision is not ("google" or "apple" or "email" or "deny"))
        {
            ShowProblem(call, "This form was not sent from this page.");
            return;
        }
        if (Problem(signIn) is { } problem)
        {
            ShowProblem(call, problem);
            return;
        }
        try
        {
            venue.SignInDesk.Decide(signIn!, decision, venue.Behaviour);
        }
        catch (BackendRefusal refusal)
        {
            ShowProblem(call, refusal.Message);
            return;
        }
        var isDenied = decision == "deny";
        HtmlPage.Reply(
            call,
            200,
            Service,
            isDenied ? "Denied" : "Signed in",
            isDenied
                ? "<p class=\"bad\">The program was not given access. You can close this page.</p>"
                : "<p class=\"good\">Return to your terminal. You can close this page.</p>"
        );
    }

    private string? Problem(PendingSignIn? signIn) =>
        signIn?.StateName(venue.Clock.NowMs) switch
        {
            null => "This address is not complete. Start the sign-in again.",
            "pending" => null,
            "expired" => "This sign-in has expired. Start it again.",
            _ => "This sign-in was decided already.",
        };

    private static void ShowProblem(Call call, string problem) =>
        HtmlPage.Reply(
            call,
            400,
            Service,
            "Sign in to your wallet",
            $"<p class=\"bad\" role=\"alert\">{HtmlPage.Text(problem)}</p>"
        );
}
