using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Accounts;

/// <summary>
/// The generated past of the first account on btc_twd: finished orders evenly over the 90 days before the start, made when
/// somebody first looks. It never touched a book or a balance.
/// </summary>
internal sealed class PastOrders(SimulatorOptions options, Account? owner, Market market, long startMs)
{
    private const long FirstNumber = 1_000_000_001;
    private const long FirstTrade = 100_001;
    private const long SpanMs = 90L * 86_400_000 - 60_000;
    private const int ClientId = 2147483647;

    private readonly ulong _seed = SeededNoise.Derive(options.Seed, "history");
    private bool _isMade;

    /// <summary>Makes the past if it was ordered and is not there yet.</summary>
    public void Make()
    {
        if (_isMade || options.HistoryOrders <= 0 || owner is null)
        {
            return;
        }
        _isMade = true;
        var past = new PairRecords();
        for (var i = 0; i < options.HistoryOrders; i++)
        {
            var order = Create(i);
            past.Add(order);
            if (order.ExecutedBase > 0)
            {
                past.Fills.Add(FillOf(order, FirstTrade + i));
            }
        }
        owner.History.Of(market.Pair).Prepend(past);
    }

    private Order Create(int index)
    {
        var createdMs = startMs - SpanMs + (long)((double)SpanMs * index / options.HistoryOrders);
        var hash = SeededNoise.Hash(_seed, index);
        var price = PowerOfTen.Floor((decimal)market.Prices.Unmoved(createdMs), market.Pair.QuotePrecision);
        var amount = PowerOfTen.FromUnits(1 + (long)(hash % 5_000), market.Pair.AmountPrecision);
        var status = StatusOf(SeededNoise.Unit(hash, 1));
        var executed = ExecutedShare(status) * amount;
        return new()
        {
            Number = FirstNumber + index,
            Owner = owner!,
            Pair = market.Pair,
            Side = (hash & (1UL << 40)) == 0 ? OrderSide.Buy : OrderSide.Sell,
            Type = OrderType.Limit,
            Price = price,
            OriginalAmount = amount,
            IsPostOnly = status == OrderStatus.PostOnlyCancelled,
            ClientId = ClientId,
            Sequence = index + 1,
            CreatedMs = createdMs,
            UpdatedMs = createdMs + (long)(hash % 50_000),
            Status = status,
            ExecutedAmount = executed,
            ExecutedBase = executed,
            ExecutedQuote = executed * price,
            Fee = PowerOfTen.Floor(((hash & (1UL << 40)) == 0 ? executed : executed * price) * owner!.MakerFee, 8),
        };
    }

    private static Fill FillOf(Order order, long trade) =>
        new(
            trade,
            order,
            order.Price,
            order.ExecutedBase,
            order.ExecutedQuote,
            order.Fee,
            IsTaker: false,
            order.UpdatedMs
        );

    private static int StatusOf(double draw) =>
        draw switch
        {
            < 0.80 => OrderStatus.Completed,
            < 0.88 => OrderStatus.PartlyFilledCancelled,
            < 0.97 => OrderStatus.Cancelled,
            _ => OrderStatus.PostOnlyCancelled,
        };

    private static decimal ExecutedShare(int status) =>
        status switch
        {
            OrderStatus.Completed => 1,
            OrderStatus.PartlyFilledCancelled => 0.5m,
            _ => 0,
        };
}
