using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>Writes what happens on the markets into the customers' records.</summary>
internal sealed class MarketRecords
{
    private long _trades = 900_000_000;

    public void Executed(in Execution execution)
    {
        _trades++;
        Record(execution.Taker, execution, isTaker: true);
        Record(execution.Maker, execution, isTaker: false);
    }

    public static void Changed(Order order) => order.Owner.History.Changed(order);

    private void Record(Order order, in Execution execution, bool isTaker)
    {
        if (order.Owner.IsHouse)
        {
            return;
        }
        var rate = isTaker ? order.Owner.TakerFee : order.Owner.MakerFee;
        var fill = new Fill(
            _trades,
            order,
            execution.Price,
            execution.BaseAmount,
            execution.QuoteAmount,
            Settlement.FeeOf(order, execution, rate),
            isTaker,
            execution.TimeMs
        );
        order.Owner.History.Add(fill);
    }
}
