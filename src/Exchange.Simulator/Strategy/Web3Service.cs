using System.Globalization;
using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Scripts;
using Exchange.Simulator.Strategy.Pages;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy;

/// <summary>The agentic wallet and its strategy orders below <c>/web3</c>.</summary>
internal sealed class Web3Service(Web3Venue venue) : ISimulatedService
{
    /// <summary>The first path segment.</summary>
    public const string Prefix = "web3";

    private const string PagePath = "/account/sociallogin";

    private readonly AnswerScript _script = new();
    private readonly Web3Route[] _routes = Web3Route.For(new());
    private readonly Web3Authenticator _authenticator = new(venue);
    private readonly SocialLoginPage _page = new(venue);

    public string Name => Prefix;

    public void Answer(Call call) => _script.Answer(call, AnswerInFull, Refuse);

    public bool Control(Call call, string command) => Web3Commands.Run(venue, _script, call, command);

    private void AnswerInFull(Call call)
    {
        lock (venue.Gate)
        {
            Route(call);
        }
    }

    private void Route(Call call)
    {
        var path = call.Path[(Prefix.Length + 1)..];
        if (path == PagePath)
        {
            (call.Method == "POST" ? (Action<Call>)_page.Decide : _page.Show)(call);
            return;
        }
        var route =
            Array.Find(_routes, one => one.Path == path && one.Method == call.Method) ?? throw Refusal.NotFound();
        try
        {
            route.Answer(new(call, venue, _authenticator.Pass(call, route.Access)));
        }
        catch (BackendRefusal refusal)
        {
            Envelope.Refuse(call, venue.Behaviour, refusal.Code, refusal.Message);
        }
    }

    private void Refuse(Call call, ScriptedAnswer ordered)
    {
        var code = int.Parse(ordered.Code!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var message = ordered.Message ?? BackendCode.MessageOf(code);
        Envelope.Refuse(call, venue.Behaviour, code, message, ordered.Status ?? 200);
    }
}
