using System.Net;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Codex;

/// <summary>
/// The page at which a person signs in. It asks; with <c>decision=approve</c> or <c>decision=deny</c> added, as its links have it, it sends
/// the browser back.
/// </summary>
internal static class AuthorizeEndpoint
{
    private const string RedirectUri = "http://localhost:1455/auth/callback";
    private const string Scope = "openid profile email offline_access";

    public static void Answer(Call call, CodexVenue venue)
    {
        if (Fault(call.Query) is { } fault)
        {
            call.Page(400, Html($"<p>This sign-in cannot go on: {fault} is missing or wrong.</p>"));
            return;
        }
        var state = Uri.EscapeDataString(call.Query.Text("state")!);
        switch (call.Query.Text("decision"))
        {
            case "approve":
                var code = venue.NewCode(call.Query.Text("code_challenge")!, call.NowMs);
                call.Redirect(
                    $"{RedirectUri}?code={Uri.EscapeDataString(code)}&scope={Uri.EscapeDataString(Scope)}&state={state}"
                );
                return;
            case "deny":
                call.Redirect($"{RedirectUri}?error=access_denied&state={state}");
                return;
            default:
                call.Page(200, Html(Question(call, venue.Account)));
                return;
        }
    }

    // codex-auth.md 4.1: what the service insists on.
    private static string? Fault(QueryValues query) =>
        query.Text("response_type") != "code" ? "response_type"
        : query.Text("client_id") != TokenEndpoint.ClientId ? "client_id"
        : query.Text("redirect_uri") != RedirectUri ? "redirect_uri"
        : query.Text("scope") != Scope ? "scope"
        : query.Text("code_challenge") is not { Length: 43 } ? "code_challenge"
        : query.Text("code_challenge_method") != "S256" ? "code_challenge_method"
        : query.Text("state") is not { Length: >= 16 and <= 128 } ? "state"
        : null;

    private static string Question(Call call, CodexAccount account)
    {
        var query = string.Join(
            "&amp;",
            Names.Select(name => $"{name}={Uri.EscapeDataString(call.Query.Text(name) ?? "")}")
        );
        return $"<h1>Simulated sign-in to Codex</h1><p>Nothing here leaves this machine. Sign in as {WebUtility.HtmlEncode(account.Email)}?</p>"
            + $"<p><a href=\"?{query}&amp;decision=approve\">Sign in</a> <a href=\"?{query}&amp;decision=deny\">Decline</a></p>";
    }

    private static readonly string[] Names =
    [
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "code_challenge",
        "code_challenge_method",
        "state",
    ];

    private static string Html(string body) =>
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Codex</title></head><body>{body}</body></html>";
}
