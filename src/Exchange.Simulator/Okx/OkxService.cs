using System.Globalization;
using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Scripts;
using Exchange.Simulator.Okx.Errors;
using Exchange.Simulator.Okx.OAuth;
using Exchange.Simulator.Okx.Pages;

namespace Exchange.Simulator.Okx;

/// <summary>OKX below <c>/okx</c>: REST API, sign-in and the pages that a person sees.</summary>
internal sealed class OkxService(OkxVenue venue) : ISimulatedService
{
    /// <summary>The first path segment.</summary>
    public const string Prefix = "okx";

    private readonly AnswerScript _script = new();
    private readonly OAuthEndpoints _oauth = new(venue);
    private readonly ActivationPages _activation = new(venue);
    private readonly ConnectedAppsPage _apps = new(venue);

    public string Name => Prefix;

    public void Answer(Call call) => _script.Answer(call, AnswerInFull, Refuse);

    public bool Control(Call call, string command) => OkxCommands.Run(venue, _script, call, command);

    private void AnswerInFull(Call call)
    {
        try
        {
            lock (venue.Gate)
            {
                Route(call, call.Path[(Prefix.Length + 1)..]);
            }
        }
        catch (OkxRefusal refusal)
        {
            OkxEnvelope.Refuse(call, refusal.Status, refusal.Code, refusal.Message);
        }
        catch (OAuthRefusal refusal)
        {
            OAuthAnswer.Refuse(call, refusal.Error, refusal.Message, refusal.Status);
        }
    }

    private void Route(Call call, string path)
    {
        if (Page(call, path))
        {
            return;
        }
        if (!EdgeFilter.Passes(call))
        {
            return;
        }
        if (_oauth.Answer(call, path))
        {
            return;
        }
        var here = Array.FindAll(OkxRoute.All, route => route.Path == path);
        if (here.Length == 0)
        {
            throw new OkxRefusal("404");
        }
        var route = Array.Find(here, one => one.Method == call.Method) ?? throw new OkxRefusal("50115");
        if (route.Access != OkxAccess.Public)
        {
            venue.Authenticator.Pass(call, route.Access == OkxAccess.Trade);
        }
        route.Answer(new(call, venue));
    }

    private bool Page(Call call, string path)
    {
        Action<Call>? page = (call.Method, path) switch
        {
            ("GET", "/activate") => _activation.Show,
            ("POST", "/activate") => _activation.Decide,
            ("GET", "/connected-apps") => _apps.Show,
            ("POST", "/connected-apps") => _apps.Revoke,
            _ => null,
        };
        page?.Invoke(call);
        return page is not null;
    }

    // A code of digits is the REST API's; a word is OAuth's.
    private static void Refuse(Call call, ScriptedAnswer ordered)
    {
        var code = ordered.Code!;
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            var known = OkxCode.Of(code);
            OkxEnvelope.Refuse(call, ordered.Status ?? known.Status, code, ordered.Message ?? known.Message);
            return;
        }
        OAuthAnswer.Refuse(call, code, ordered.Message ?? "As ordered.", ordered.Status ?? 400);
    }
}
