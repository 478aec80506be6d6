using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Okx.Errors;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>Balances and account settings.</summary>
internal static class AccountEndpoints
{
    public static void Balance(OkxCall call)
    {
        call.Desk.CatchUp(call.NowMs);
        var wanted = call.Query.Text("ccy")?.Split(',');
        var currencies = call.Desk.Currencies.Where(currency =>
            wanted?.Contains(currency, StringComparer.Ordinal) ?? true
        );
        call.Data(json =>
        {
            json.WriteStartObject();
            json.WriteDecimal("uTime", call.NowMs);
            json.WriteDecimal(
                "totalEq",
                call.Desk.Currencies.Sum(currency => call.Desk.Cash(currency) * UsdOf(call, currency))
            );
            json.WriteStartArray("details");
            foreach (var currency in currencies)
            {
                WriteDetail(json, call, currency);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static void Config(OkxCall call) =>
        call.Data(json =>
        {
            json.WriteStartObject();
            json.WriteString("uid", "10000000000000001");
            json.WriteString("mainUid", "10000000000000001");
            json.WriteString("acctLv", "2");
            json.WriteString("posMode", call.Desk.PositionMode);
            json.WriteBoolean("autoLoan", false);
            json.WriteString("greeksType", "PA");
            json.WriteString("level", "Lv1");
            json.WriteString("label", call.Venue.Account.Name);
            json.WriteString("ip", "");
            json.WriteString("perm", call.Venue.Account.Live.CanTrade ? "read_only,trade" : "read_only");
            json.WriteEndObject();
        });

    public static void SetPositionMode(OkxCall call)
    {
        var mode = call.Body().Text("posMode") ?? throw OkxRefusal.Empty("posMode");
        if (mode is not ("long_short_mode" or "net_mode"))
        {
            throw new OkxRefusal("51000", "Parameter posMode error");
        }
        if (call.Desk.Orders.Any(order => order.IsOpen))
        {
            throw new OkxRefusal("59000");
        }
        call.Desk.PositionMode = mode;
        call.Data(json =>
        {
            json.WriteStartObject();
            json.WriteString("posMode", mode);
            json.WriteEndObject();
        });
    }

    private static void WriteDetail(Utf8JsonWriter json, OkxCall call, string currency)
    {
        var (cash, frozen) = (call.Desk.Cash(currency), call.Desk.Frozen(currency));
        json.WriteStartObject();
        json.WriteString("ccy", currency);
        json.WriteDecimal("eq", cash);
        json.WriteDecimal("cashBal", cash);
        json.WriteDecimal("availBal", cash - frozen);
        json.WriteDecimal("availEq", cash - frozen);
        json.WriteDecimal("frozenBal", frozen);
        json.WriteDecimal("ordFrozen", frozen);
        json.WriteDecimal("eqUsd", cash * UsdOf(call, currency));
        json.WriteDecimal("uTime", call.NowMs);
        json.WriteEndObject();
    }

    private static decimal UsdOf(OkxCall call, string currency) =>
        OkxInstrument.Known(currency + "-USDT") is { } instrument ? call.Venue.Market.Last(instrument, call.NowMs) : 1m;
}
