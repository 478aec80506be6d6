using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Accounts;

/// <summary>The orders and fills of one account, per pair in the order of their creation.</summary>
internal sealed class OrderHistory
{
    private readonly Dictionary<string, PairRecords> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Order> _open = [];

    public IReadOnlyCollection<Order> Open => _open.Values;

    /// <summary>The records by the pair's name.</summary>
    public IReadOnlyDictionary<string, PairRecords> Pairs => _pairs;

    public PairRecords Of(TradingPair pair)
    {
        if (!_pairs.TryGetValue(pair.Name, out var records))
        {
            records = new();
            _pairs.Add(pair.Name, records);
        }
        return records;
    }

    public void Add(Order order) => Of(order.Pair).Add(order);

    public void Add(Fill fill) => Of(fill.Order.Pair).Fills.Add(fill);

    /// <summary>Takes note of an order's new state.</summary>
    public void Changed(Order order)
    {
        Of(order.Pair).Changed(order);
        if (order.IsOpen)
        {
            _open[order.Number] = order;
        }
        else
        {
            _open.Remove(order.Number);
        }
    }
}
