using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Okx.Errors;
using Exchange.Simulator.Okx.Signing;
using Exchange.Simulator.Okx.Trading;

namespace Exchange.Simulator.Okx;

/// <summary>A call of the REST API on its route, under the venue's lock.</summary>
internal sealed class OkxCall(Call http, OkxVenue venue)
{
    public Utf8JsonWriter Json => http.Json;

    public QueryValues Query => http.Query;

    public OkxVenue Venue => venue;

    /// <summary>The service's time as it tells it: a clock fault shows here.</summary>
    public long ToldMs => http.NowMs;

    /// <summary>The time at which things happen.</summary>
    public long NowMs { get; } = venue.Clock.NowMs;

    /// <summary>The environment that the request is for.</summary>
    public OkxDesk Desk { get; } = venue.DeskOf(OkxAuthenticator.IsDemo(http));

    /// <summary>The body as an object.</summary>
    /// <exception cref="OkxRefusal">50000 empty, 50006 not JSON by its type, 50002 not JSON by its text.</exception>
    public JsonElement Body()
    {
        if (http.Body.IsEmpty)
        {
            throw new OkxRefusal("50000");
        }
        if (http.Headers["Content-Type"]?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new OkxRefusal("50006");
        }
        try
        {
            using var document = JsonDocument.Parse(http.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new OkxRefusal("50002");
        }
        catch (JsonException)
        {
            throw new OkxRefusal("50002");
        }
    }

    /// <summary>Answers with <c>{"code":"0","msg":"","data":[...]}</c>.</summary>
    public void Data(Action<Utf8JsonWriter> writeItems) => OkxEnvelope.Write(http, "0", "", writeItems);

    /// <summary>Answers a write of one item: its id, or <c>sCode</c> and <c>sMsg</c> under code "1".</summary>
    public void Outcome(Func<(string OrderId, string ClientId)> act)
    {
        try
        {
            var (orderId, clientId) = act();
            Outcome("0", "", orderId, clientId, "0", "");
        }
        catch (OrderRefusal refusal)
        {
            Outcome("1", "All operations failed", "", "", refusal.Code, refusal.Message);
        }
    }

    private void Outcome(
        string code,
        string message,
        string orderId,
        string clientId,
        string itemCode,
        string itemMessage
    ) =>
        OkxEnvelope.Write(
            http,
            code,
            message,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("clOrdId", clientId);
                json.WriteString("ordId", orderId);
                json.WriteString("sCode", itemCode);
                json.WriteString("sMsg", itemMessage);
                json.WriteString("tag", "");
                json.WriteDecimal("ts", NowMs);
                json.WriteEndObject();
            }
        );
}
