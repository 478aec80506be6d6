using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Accounts;

/// <summary>The orders and fills of one account on one pair, ascending by number.</summary>
internal sealed class PairRecords
{
    private readonly Dictionary<string, Order> _byId = new(StringComparer.Ordinal);

    public List<Order> Orders { get; } = [];

    public List<Fill> Fills { get; } = [];

    public Dictionary<long, Order> Open { get; } = [];

    /// <summary>Goes up whenever an order of the pair changes, for streams.</summary>
    public long Version { get; private set; }

    public void Add(Order order)
    {
        Orders.Add(order);
        _byId.Add(order.Id, order);
    }

    /// <summary>Puts older records in front.</summary>
    public void Prepend(PairRecords older)
    {
        Orders.InsertRange(0, older.Orders);
        Fills.InsertRange(0, older.Fills);
        foreach (var order in older.Orders)
        {
            _byId.Add(order.Id, order);
        }
    }

    /// <summary>Takes note of an order's new state.</summary>
    public void Changed(Order order)
    {
        Version++;
        if (order.IsOpen)
        {
            Open[order.Number] = order;
        }
        else
        {
            Open.Remove(order.Number);
        }
    }

    public Order? Find(string id) => _byId.GetValueOrDefault(id);
}
