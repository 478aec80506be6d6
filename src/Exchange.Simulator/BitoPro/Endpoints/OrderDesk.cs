using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>Takes checked order requests to their market, and orders off it.</summary>
internal static class OrderDesk
{
    /// <exception cref="Refusal">422: funds, or too many open orders.</exception>
    public static Order Place(RouteCall call, Market market, OrderRequest request)
    {
        var account = call.Account;
        var records = account.History.Of(market.Pair);
        if (records.Open.Count >= TradingPair.OrderOpenLimit && request.Type != OrderType.Market)
        {
            throw new Refusal(422, $"Open order limit is {TradingPair.OrderOpenLimit}.");
        }
        var order = new Order
        {
            Number = call.Venue.NextOrderNumber(),
            Owner = account,
            Pair = market.Pair,
            Side = request.Side,
            Type = request.Type,
            Price = request.Price,
            OriginalAmount = request.Amount,
            IsPostOnly = request.IsPostOnly,
            StopPrice = request.StopPrice,
            TriggersOnRise = request.TriggersOnRise,
            ClientId = request.ClientId,
            Sequence = market.NextSequence(),
            CreatedMs = call.NowMs,
        };
        CheckFunds(account, order);
        account.History.Add(order);
        market.Submit(order, call.NowMs);
        return order;
    }

    /// <summary>Cancels the open orders of an account on a market that <paramref name="isMeant"/> picks, oldest first.</summary>
    public static List<Order> Cancel(RouteCall call, Market market, Func<Order, bool> isMeant)
    {
        var orders = call
            .Account.History.Of(market.Pair)
            .Open.Values.Where(isMeant)
            .OrderBy(order => order.Number)
            .ToList();
        foreach (var order in orders)
        {
            market.Cancel(order, call.NowMs);
        }
        return orders;
    }

    private static void CheckFunds(Account account, Order order)
    {
        var needed = Settlement.Needed(order);
        var available = account.Balance(order.SpendCurrency).Available;
        if (needed <= available)
        {
            return;
        }
        var (has, ordered) = (DecimalText.Of(available), DecimalText.Of(needed));
        throw new Refusal(422, $"Balance for {order.SpendCurrency} not enough, only has {has}, but ordered {ordered}.");
    }
}
