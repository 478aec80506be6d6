using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Http.Scripts;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy;

/// <summary>What can be done to the service from outside: <c>/_simulator/web3/{command}</c>.</summary>
internal static class Web3Commands
{
    /// <summary>Carries out a command; false when there is no such command.</summary>
    /// <exception cref="Refusal">400: the body is not understood.</exception>
    public static bool Run(Web3Venue venue, AnswerScript script, Call call, string command)
    {
        if (call.Method == "GET" && command == "state")
        {
            WriteState(venue, call.Json);
            return true;
        }
        if (call.Method != "POST" || Find(venue, command) is not { } act)
        {
            return false;
        }
        if (command == "fail")
        {
            script.Control(call, IsCode);
            return true;
        }
        using var body = ControlPlane.Parse(call);
        try
        {
            act(body.RootElement);
        }
        catch (BackendRefusal refusal)
        {
            throw new Refusal(400, refusal.Message);
        }
        return true;
    }

    private static Action<JsonElement>? Find(Web3Venue venue, string command) =>
        command switch
        {
            "approve" => body => venue.DecideSignIn(body.Text("signIn"), body.Text("loginType") ?? "email"),
            "deny" => body => venue.DecideSignIn(body.Text("signIn"), "deny"),
            "expire" => body => venue.Expire(body.Needed("what")),
            "revoke" => _ => venue.Revoke(),
            "deactivate" => _ => venue.Deactivate(),
            "behaviour" => body => venue.Behaviour = venue.Behaviour.With(body),
            "attest" => body => venue.AttestDocument = body.Text("document") ?? "",
            "price" => body => MovePrice(venue, body),
            "balance" => body =>
                venue.SetBalance(
                    body.Text("accountId") ?? venue.Accounts[0].Id,
                    body.Needed("token"),
                    Amount(body, "amount")
                ),
            "event" => body =>
                venue.Obstruct(
                    (int)(body.Integer("code") ?? throw new Refusal(400, "'code' is needed.")),
                    (int)(body.Integer("count") ?? 1),
                    body.Text("then") ?? "fill",
                    body.Text("orderId")
                ),
            "account" => body =>
                venue.AddAccount(
                    new(
                        body.Needed("accountId"),
                        body.Needed("name"),
                        body.Text("evmAddress"),
                        body.Text("solanaAddress")
                    )
                ),
            "block" => body => venue.Block(body.Needed("address")),
            "fail" => _ => { },
            _ => null,
        };

    // Either one price, now, or a path of prices, each so many seconds from now.
    private static void MovePrice(Web3Venue venue, JsonElement body)
    {
        var token = body.Needed("token");
        if (!body.TryGetProperty("path", out var path))
        {
            venue.MovePrice(token, Amount(body, "price"));
            return;
        }
        foreach (var step in path.EnumerateArray().OrderBy(step => Amount(step, "after")))
        {
            venue.MovePrice(
                token,
                Amount(step, "price"),
                TimeSpan.FromMilliseconds((long)(Amount(step, "after") * 1000))
            );
        }
    }

    private static decimal Amount(JsonElement body, string name) =>
        decimal.Parse(body.Needed(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static bool IsCode(string code) =>
        int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    // What a test or a rehearsal may see: no token and no key.
    private static void WriteState(Web3Venue venue, Utf8JsonWriter json)
    {
        lock (venue.Gate)
        {
            json.WriteStartObject();
            json.WriteStartArray("signIns");
            foreach (var signIn in venue.SignInDesk.All)
            {
                json.WriteStartObject();
                json.WriteString("authSessionId", signIn.Id);
                json.WriteString("state", signIn.StateName(venue.Clock.NowMs));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("sessions");
            foreach (var session in venue.Sessions.All)
            {
                json.WriteStartObject();
                json.WriteString("id", session.Id);
                json.WriteString("loginType", session.LoginType);
                json.WriteBoolean("ended", session.IsEnded);
                json.WriteString("registered", string.Join(' ', session.Registered.Keys));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("orders");
            foreach (var order in venue.Orders)
            {
                json.WriteStartObject();
                json.WriteString("orderId", order.OrderId);
                json.WriteString("accountId", order.AccountId);
                json.WriteString("chainId", order.ChainId);
                json.WriteNumber("status", order.Status);
                json.WriteNumber("strategyType", order.StrategyType);
                json.WriteDecimal("amount", order.Amount);
                json.WriteDecimal("triggerPrice", order.TriggerPrice);
                json.WriteString("txHash", order.TxHash);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
