using Exchange.Simulator.Http;

namespace Exchange.Simulator.Codex;

/// <summary>
/// The Codex sign-in below <c>/codex</c>: authorize page and token endpoint as at auth.openai.com, usage as at chatgpt.com
/// (codex-auth.md 4.1, 5.3, sections 11 and 12).
/// </summary>
internal sealed class CodexService(CodexVenue venue) : ISimulatedService
{
    public string Name => "codex";

    public void Answer(Call call)
    {
        switch (call.Method, string.Join('/', call.Segments))
        {
            case ("GET", "oauth/authorize"):
                AuthorizeEndpoint.Answer(call, venue);
                return;
            case ("POST", "oauth/token"):
                TokenEndpoint.Answer(call, venue);
                return;
            case ("GET", "backend-api/wham/usage"):
                UsageEndpoint.Answer(call, venue);
                return;
            default:
                throw Refusal.NotFound();
        }
    }

    public bool Control(Call call, string command)
    {
        if (call.Method != "POST")
        {
            return false;
        }
        using var body = ControlPlane.Parse(call);
        var root = body.RootElement;
        switch (command)
        {
            case "account":
                venue.Account = new CodexAccount(
                    root.GetProperty("accountId").GetString()!,
                    root.GetProperty("email").GetString()!,
                    root.GetProperty("plan").GetString()!
                );
                return true;
            case "usage":
                venue.AcceptsUsage = root.GetProperty("accept").GetBoolean();
                return true;
            case "lifetime":
                venue.TokenLifetime = TimeSpan.FromSeconds(root.GetProperty("seconds").GetInt32());
                return true;
            default:
                return false;
        }
    }
}
