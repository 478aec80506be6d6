using System.Text.Json;
using Exchange.Desk;
using Exchange.Okx.Wire;

namespace Exchange.Okx;

/// <summary>
/// Finds out what became of an order or a cancellation by the order itself, which the service gives by <c>clOrdId</c> or <c>ordId</c>.
/// About any other write it cannot be asked.
/// </summary>
internal sealed class OkxAttemptLookup(OkxClient client) : IAttemptLookup
{
    private const string NoSuchOrder = "51603";

    // The service forgets an order that was cancelled without a fill after two hours; clocks may differ a little.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(115);

    private static readonly string[] Cancelled = ["canceled", "mmp_canceled"];

    public string Service => "Okx";

    public Uri Address => client.Connection.Address;

    public string? Account => client.Connection.Account;

    public async Task<AttemptFinding> LookAsync(Attempt attempt, IReadOnlySet<string> claimed, CancellationToken cancel)
    {
        if (attempt.Operation is not (OkxOrderFacts.PlaceOrder or OkxOrderFacts.CancelOrder))
        {
            return new AttemptFinding.Unclear(
                $"the service cannot be asked what became of {attempt.Facts.GetValueOrDefault("path")}; look at the account yourself"
            );
        }
        if (Query(attempt) is not { } query)
        {
            return new AttemptFinding.Unclear("the order had no id that the service could be asked for");
        }
        var order = await FindAsync(query, cancel).ConfigureAwait(false);
        return attempt.Operation == OkxOrderFacts.PlaceOrder
            ? Placed(attempt, order, claimed)
            : CancelledOrNot(attempt, order);
    }

    private AttemptFinding Placed(Attempt attempt, JsonElement? order, IReadOnlySet<string> claimed)
    {
        if (order is not { } found)
        {
            return IsForgotten(attempt)
                ? new AttemptFinding.Unclear(
                    "the service has no such order now, and forgets one that was cancelled without a fill after two hours"
                )
                : new AttemptFinding.Absent("the service has no such order");
        }
        var id = OkxEnvelope.Text(found, "ordId") ?? "";
        if (claimed.Contains(id))
        {
            return new AttemptFinding.Unclear($"the order {id} belongs to another attempt");
        }
        return id.Length == 0
            ? new AttemptFinding.Unclear("the service's answer names no order")
            : new AttemptFinding.Found(id);
    }

    private AttemptFinding CancelledOrNot(Attempt attempt, JsonElement? order)
    {
        if (order is not { } found)
        {
            return IsForgotten(attempt)
                ? new AttemptFinding.Unclear("the service has no such order now; it may have been cancelled")
                : new AttemptFinding.Failed("the service has no such order");
        }
        var id = OkxEnvelope.Text(found, "ordId") ?? "";
        var state = OkxEnvelope.Text(found, "state") ?? "";
        return state switch
        {
            _ when Cancelled.Contains(state, StringComparer.Ordinal) => new AttemptFinding.Found(id, IsShared: true),
            "filled" => new AttemptFinding.Failed($"the order {id} had been filled before"),
            "live" or "partially_filled" => new AttemptFinding.Absent($"the order {id} is still open"),
            _ => new AttemptFinding.Unclear($"the order {id} is in a state that is not known here"),
        };
    }

    private bool IsForgotten(Attempt attempt) => client.Now - attempt.StartedAt > Remembered;

    private async Task<JsonElement?> FindAsync(
        IReadOnlyList<KeyValuePair<string, string>> query,
        CancellationToken cancel
    )
    {
        try
        {
            var reply = await client.GetAsync(OkxEndpoints.Order, query, cancel).ConfigureAwait(false);
            return reply.Items.Count > 0
                ? reply.Items[0]
                : throw new ExchangeException(
                    "Okx.NetworkError",
                    ErrorKind.InvalidReply,
                    "The service's answer names no order."
                );
        }
        catch (ExchangeException trouble) when (trouble.ServiceCode == NoSuchOrder)
        {
            return null;
        }
    }

    // Our own id first: the service's is not known before its answer.
    private static KeyValuePair<string, string>[]? Query(Attempt attempt)
    {
        if (!attempt.Facts.TryGetValue("instId", out var instrument))
        {
            return null;
        }
        foreach (var name in (string[])["clOrdId", "ordId"])
        {
            if (attempt.Facts.TryGetValue(name, out var id))
            {
                return [new("instId", instrument), new(name, id)];
            }
        }
        return null;
    }
}
