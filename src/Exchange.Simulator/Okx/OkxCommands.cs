using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Scripts;
using Exchange.Simulator.Okx.OAuth;

namespace Exchange.Simulator.Okx;

/// <summary>What can be done to the service from outside: <c>/_simulator/okx/{command}</c>.</summary>
internal static class OkxCommands
{
    /// <summary>Carries out a command; false when there is no such command.</summary>
    /// <exception cref="Refusal">400: the body is not understood.</exception>
    public static bool Run(OkxVenue venue, AnswerScript script, Call call, string command)
    {
        try
        {
            return Choose(venue, script, call, command);
        }
        catch (OAuthRefusal refusal)
        {
            throw new Refusal(400, refusal.Message);
        }
    }

    private static bool Choose(OkxVenue venue, AnswerScript script, Call call, string command)
    {
        switch (call.Method, command)
        {
            case ("GET", "state"):
                WriteState(venue, call.Json);
                return true;
            case ("POST", "approve" or "deny"):
                Decide(venue, call, isApproved: command == "approve");
                return true;
            case ("POST", "expire"):
                With(call, body => venue.Expire(body.Needed("what")));
                return true;
            case ("POST", "revoke"):
                venue.Revoke();
                return true;
            case ("POST", "forget-clients"):
                lock (venue.Gate)
                {
                    venue.Clients.Forget();
                }
                return true;
            case ("POST", "behaviour"):
                With(call, body => venue.Behaviour = venue.Behaviour.With(body));
                return true;
            case ("POST", "price"):
                With(
                    call,
                    body =>
                        venue.MovePrice(
                            body.Needed("instId"),
                            decimal.Parse(
                                body.Needed("price"),
                                NumberStyles.AllowDecimalPoint,
                                CultureInfo.InvariantCulture
                            )
                        )
                );
                return true;
            case ("POST", "fail"):
                script.Control(call);
                return true;
            default:
                return false;
        }
    }

    private static void Decide(OkxVenue venue, Call call, bool isApproved) =>
        With(call, body => venue.Decide(body.Text("userCode"), isApproved, body.Text("scope")));

    private static void With(Call call, Action<JsonElement> act)
    {
        using var body = ControlPlane.Parse(call);
        act(body.RootElement);
    }

    // What a test or a rehearsal may see: no device code and no token.
    private static void WriteState(OkxVenue venue, Utf8JsonWriter json)
    {
        lock (venue.Gate)
        {
            json.WriteStartObject();
            json.WriteStartArray("signIns");
            foreach (var grant in venue.Grants.All)
            {
                json.WriteStartObject();
                json.WriteString("userCode", grant.UserCode);
                json.WriteString("state", grant.StateName(venue.Clock.NowMs));
                json.WriteString("application", venue.Clients.NameOf(grant.ClientId));
                json.WriteString("scope", string.Join(' ', grant.Scopes));
                json.WriteString("resource", grant.Resource);
                json.WriteString("expires", DateTimeOffset.FromUnixTimeMilliseconds(grant.ExpiresMs));
                json.WriteNumber("interval", grant.IntervalMs / 1000);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("sessions");
            foreach (var session in venue.Sessions.All)
            {
                json.WriteStartObject();
                json.WriteString("id", session.Id);
                json.WriteString("application", venue.Clients.NameOf(session.ClientId));
                json.WriteString("scope", string.Join(' ', session.Scopes));
                json.WriteBoolean("revoked", session.IsRevoked);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
