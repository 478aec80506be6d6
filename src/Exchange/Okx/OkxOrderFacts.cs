using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Http;
using Exchange.Okx.Wire;

namespace Exchange.Okx;

/// <summary>What the journal keeps of a write, so that the service can be asked about it: names and amounts, never a whole body.</summary>
internal static class OkxOrderFacts
{
    public const string PlaceOrder = "PlaceOrder";
    public const string CancelOrder = "CancelOrder";

    /// <summary>A write that the service cannot be asked about.</summary>
    public const string Request = "Request";

    private const int ClientOrderIdLength = 32;
    private const string Prefix = "ex";

    private static readonly string[] Members =
    [
        "instId",
        "side",
        "posSide",
        "tdMode",
        "ordType",
        "sz",
        "px",
        "ordId",
        "clOrdId",
    ];

    /// <summary>
    /// The body with a <c>clOrdId</c> in every order that has none (docs/decisions/0031): without one, nobody could find out what became
    /// of an order whose answer was lost.
    /// </summary>
    public static byte[] WithClientOrderIds(string path, JsonElement body) =>
        CompactJson.Write(json =>
        {
            if (path == OkxEndpoints.BatchOrders && body.ValueKind == JsonValueKind.Array)
            {
                json.WriteStartArray();
                foreach (var order in body.EnumerateArray())
                {
                    WriteOrder(json, order);
                }
                json.WriteEndArray();
                return;
            }
            if (path == OkxEndpoints.Order)
            {
                WriteOrder(json, body);
                return;
            }
            body.WriteTo(json);
        });

    /// <summary>One attempt for each order or cancellation; one in all for anything else.</summary>
    public static IReadOnlyList<PlannedAttempt> Planned(
        OkxWriteDraft draft,
        OkxConnection connection,
        string? attemptId
    )
    {
        using var json = JsonDocument.Parse(draft.Body);
        var root = json.RootElement;
        var operation = draft.Path switch
        {
            OkxEndpoints.Order or OkxEndpoints.BatchOrders => PlaceOrder,
            OkxEndpoints.CancelOrder or OkxEndpoints.CancelBatchOrders => CancelOrder,
            _ => Request,
        };
        if (operation == Request || root.ValueKind != JsonValueKind.Array)
        {
            var facts = Facts(draft, connection, operation == Request ? default : root);
            return [new PlannedAttempt(attemptId, operation, facts)];
        }
        if (attemptId is not null && root.GetArrayLength() > 1)
        {
            throw ExchangeException.BadInput(
                "Exchange.InvalidAttemptId",
                $"One attempt id cannot name {root.GetArrayLength()} orders.",
                "Leave -AttemptId out, or send the orders one by one."
            );
        }
        return
        [
            .. root.EnumerateArray()
                .Select(item => new PlannedAttempt(attemptId, operation, Facts(draft, connection, item))),
        ];
    }

    private static Dictionary<string, string> Facts(OkxWriteDraft draft, OkxConnection connection, JsonElement item)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = draft.Path };
        foreach (var name in Members)
        {
            if (OkxEnvelope.Text(item, name) is { Length: > 0 and <= 64 } value)
            {
                facts[name] = value;
            }
        }
        facts["demo"] = draft.IsDemo ? "true" : "false";
        facts["site"] = draft.Site;
        if (connection.Profile is { } profile)
        {
            facts["profile"] = profile;
        }
        return facts;
    }

    private static void WriteOrder(Utf8JsonWriter json, JsonElement order)
    {
        if (order.ValueKind != JsonValueKind.Object || OkxEnvelope.Text(order, "clOrdId") is { Length: > 0 })
        {
            order.WriteTo(json);
            return;
        }
        json.WriteStartObject();
        foreach (var member in order.EnumerateObject().Where(member => member.Name != "clOrdId"))
        {
            member.WriteTo(json);
        }
        json.WriteString("clOrdId", NewClientOrderId());
        json.WriteEndObject();
    }

    // Letters and digits, 32 at most.
    private static string NewClientOrderId() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{Convert.ToHexString(RandomNumberGenerator.GetBytes((ClientOrderIdLength - Prefix.Length) / 2)).ToLowerInvariant()}"
        );
}
