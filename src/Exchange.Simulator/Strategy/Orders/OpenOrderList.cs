using System.Globalization;
using System.Text;
using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>Call 3, getOpenOrder: filters, pages and their cursors (strategy.md 2.5).</summary>
internal static class OpenOrderList
{
    private const int LargestPage = 100;

    public static void Answer(Web3Call call)
    {
        var body = call.Body();
        var account = call.Account(body.Text("accountId"));
        var addresses = body.Texts("walletAddressList") ?? throw body.Wrong("walletAddressList", "is missing");
        var chains = body.Texts("chainIdList");
        var statuses = body.Numbers("orderStatusList");
        var token = body.OptionalText("tokenAddress");
        var limit = body.OptionalNumber("limit") ?? LargestPage;
        if (limit is < 1 or > LargestPage)
        {
            throw body.Wrong("limit", "is not 1 to 100");
        }
        var before = BeforeOf(body);
        call.Venue.Desk.CatchUp(call.NowMs);
        // Newest first; a page goes on below the last order of the one before it, whatever was placed meanwhile.
        var rows = call
            .Venue.Desk.Orders.Where(order => order.AccountId == account.Id && order.Number < before)
            .Where(order => addresses.Contains(order.WalletAddress, StringComparer.OrdinalIgnoreCase))
            .Where(order => chains?.Contains(order.Chain.Index, StringComparer.Ordinal) ?? true)
            .Where(order => statuses?.Contains((int)order.Status) ?? true)
            .Where(order => token is null || order.From.HasAddress(token) || order.To.HasAddress(token))
            .OrderByDescending(order => order.Number)
            .Take((int)limit + 1)
            .ToList();
        var page = rows.Take((int)limit).ToList();
        var hasNext = rows.Count > page.Count;
        call.Data(wire =>
            wire.Object(() =>
            {
                wire.Flag("hasNext", hasNext);
                wire.Text("cursor", hasNext ? CursorBelow(page[^1]) : null);
                wire.Array(
                    "dataList",
                    page,
                    order => OrderAnswer.WriteWhole(wire, order, call.Venue.Prices, call.NowMs)
                );
            })
        );
    }

    private static string CursorBelow(StrategyOrder order) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($$"""{"below":"{{order.Id}}"}"""));

    private static long BeforeOf(StrictFields body)
    {
        if (body.OptionalText("cursor") is not { Length: > 0 } cursor)
        {
            return long.MaxValue;
        }
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(cursor));
            return long.Parse(document.RootElement.Needed("below"), CultureInfo.InvariantCulture);
        }
        catch (Exception bad) when (bad is FormatException or JsonException or OverflowException or Refusal)
        {
            throw body.Wrong("cursor", "is not one of ours");
        }
    }
}
