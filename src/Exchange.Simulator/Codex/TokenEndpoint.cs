using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Codex;

/// <summary>Codes and refresh tokens into tokens, each once (codex-auth.md 5.3 and section 11).</summary>
internal static class TokenEndpoint
{
    public const string ClientId = "app_EMoamEEZ73f0CkXaXp7hrann";

    private const string RedirectUri = "http://localhost:1455/auth/callback";

    public static void Answer(Call call, CodexVenue venue)
    {
        var field = Fields(call);
        if (field("client_id") != ClientId)
        {
            Refuse(call, 401, "invalid_client");
            return;
        }
        switch (field("grant_type"))
        {
            case "authorization_code":
                Exchange(call, venue, field);
                return;
            case "refresh_token":
                Refresh(call, venue, field);
                return;
            default:
                Refuse(call, 400, "unsupported_grant_type");
                return;
        }
    }

    private static void Exchange(Call call, CodexVenue venue, Func<string, string?> field)
    {
        var verifier = field("code_verifier");
        if (
            field("code") is not { } code
            || verifier is not { Length: >= 43 and <= 128 }
            || field("redirect_uri") != RedirectUri
        )
        {
            Refuse(call, 400, "invalid_request");
            return;
        }
        var challenge = SimulatedJwt.Part(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        if (venue.Exchange(code, challenge, call.NowMs) is not { } tokens)
        {
            Refuse(call, 400, "invalid_grant");
            return;
        }
        Give(call, tokens);
    }

    private static void Refresh(Call call, CodexVenue venue, Func<string, string?> field)
    {
        var (tokens, error) = venue.Refresh(field("refresh_token") ?? "", call.NowMs);
        if (tokens is null)
        {
            Refuse(call, 401, error!);
            return;
        }
        Give(call, tokens);
    }

    private static void Give(Call call, IssuedTokens tokens)
    {
        call.ReplyHeaders.Add(new("Cache-Control", "no-store"));
        call.Json.WriteStartObject();
        call.Json.WriteString("access_token", tokens.Access);
        call.Json.WriteNumber("expires_in", (long)tokens.Lifetime.TotalSeconds);
        call.Json.WriteString("id_token", tokens.Id);
        call.Json.WriteString("refresh_token", tokens.Refresh);
        call.Json.WriteString("scope", "openid profile email offline_access");
        call.Json.WriteString("token_type", "Bearer");
        call.Json.WriteEndObject();
    }

    private static void Refuse(Call call, int status, string code)
    {
        call.Status = status;
        call.Json.WriteStartObject();
        call.Json.WriteStartObject("error");
        call.Json.WriteString("message", "The request was not accepted.");
        call.Json.WriteString("type", "invalid_request_error");
        call.Json.WriteString("code", code);
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }

    // Codex CLI sends the same fields as JSON.
    private static Func<string, string?> Fields(Call call)
    {
        if (call.Headers["Content-Type"]?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return call.Form().Text;
        }
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        using var body = ControlPlane.Parse(call);
        foreach (var member in body.RootElement.EnumerateObject())
        {
            values[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
        }
        return name => values.GetValueOrDefault(name);
    }
}
