using System.Text.Json;
using Exchange.Simulator.BitoPro;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.Http;

/// <summary>The control plane's JSON.</summary>
internal static class ControlJson
{
    public static void WriteStatus(Utf8JsonWriter json, ExchangeSimulator simulator)
    {
        json.WriteStartObject();
        json.WriteString("version", ExchangeSimulator.Version);
        json.WriteNumber("pid", Environment.ProcessId);
        json.WriteString("address", simulator.Address.ToString());
        json.WriteNumber("seed", simulator.Seed);
        json.WriteString("now", simulator.Clock.GetUtcNow());
        json.WriteBoolean("frozen", simulator.Clock.IsFrozen);
        json.WriteStartObject("requests");
        json.WriteNumber("count", simulator.Requests.Count);
        json.WriteStartObject("byStatus");
        foreach (var (status, count) in simulator.Requests.ByStatus)
        {
            json.WriteNumber(status.ToString(System.Globalization.CultureInfo.InvariantCulture), count);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("streams", simulator.BitoPro.OpenStreams);
        json.WriteStartArray("faults");
        foreach (var rule in simulator.Faults.Rules)
        {
            WriteFault(json, rule);
        }
        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var service in simulator.Services)
        {
            json.WriteStringValue(service);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteOrders(Utf8JsonWriter json, BitoProVenue venue)
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var order in venue.Orders)
        {
            json.WriteStartObject();
            json.WriteString("account", order.Account);
            json.WriteString("id", order.Id);
            json.WriteString("pair", order.Pair);
            json.WriteString("action", order.Action);
            json.WriteString("type", order.Type);
            json.WriteString("timeInForce", order.TimeInForce);
            json.WriteNumber("status", order.Status);
            json.WriteDecimal("price", order.Price);
            json.WriteDecimal("originalAmount", order.OriginalAmount);
            json.WriteDecimal("executedAmount", order.ExecutedAmount);
            json.WriteDecimal("remainingAmount", order.RemainingAmount);
            json.WriteDecimal("total", order.Total);
            if (order.ClientId is { } clientId)
            {
                json.WriteNumber("clientId", clientId);
            }
            json.WriteNumber("createdTimestamp", order.Created.ToUnixTimeMilliseconds());
            json.WriteNumber("updatedTimestamp", order.Updated.ToUnixTimeMilliseconds());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteRequests(Utf8JsonWriter json, RequestLog log)
    {
        json.WriteStartObject();
        json.WriteNumber("count", log.Count);
        json.WriteStartArray("data");
        foreach (var request in log.Last)
        {
            json.WriteStartObject();
            json.WriteNumber("number", request.Number);
            json.WriteString("time", request.Time);
            json.WriteString("method", request.Method);
            json.WriteString("path", request.Path);
            json.WriteString("account", request.Account);
            json.WriteNumber("status", request.Status);
            json.WriteString("fault", request.Fault?.ToString());
            json.WriteBoolean("identified", request.IsIdentified);
            json.WriteString("bodyHash", request.BodyHash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static FaultRule ReadFault(JsonElement fault) =>
        new(
            FaultPlan.Parse(fault.GetProperty("name").GetString()!),
            fault.TryGetProperty("rate", out var rate) ? rate.GetDouble() : 1
        )
        {
            Count = (int?)fault.Integer("count"),
            Method = fault.Text("method"),
            Path = fault.Text("path"),
            Effect = fault.Flag("effect"),
            Status = (int?)fault.Integer("status"),
        };

    private static void WriteFault(Utf8JsonWriter json, FaultRule rule)
    {
        json.WriteStartObject();
        json.WriteString("name", rule.Kind.ToString());
        json.WriteNumber("rate", rule.Rate);
        if (rule.Count is { } count)
        {
            json.WriteNumber("count", count);
        }
        json.WriteString("method", rule.Method);
        json.WriteString("path", rule.Path);
        json.WriteEndObject();
    }
}
