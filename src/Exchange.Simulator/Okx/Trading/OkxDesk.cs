using Exchange.Simulator.Okx.Errors;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>Orders and balances of one environment, live or demo.</summary>
internal sealed class OkxDesk
{
    private readonly OkxSimulatorAccount _account;
    private readonly OkxMarket _market;
    private readonly List<OkxOrder> _orders = [];
    private readonly SortedDictionary<string, decimal> _cash;
    private long _lastOrder;
    private long _lastTrade = 700_000_000;
    private long _seenMs;

    public OkxDesk(
        OkxSimulatorAccount account,
        IReadOnlyDictionary<string, decimal> balances,
        OkxMarket market,
        long nowMs,
        long firstOrder
    )
    {
        _account = account;
        _market = market;
        _cash = new(balances.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        _lastOrder = firstOrder;
        _seenMs = nowMs;
    }

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<OkxOrder> Orders => _orders;

    public IEnumerable<string> Currencies => _cash.Keys;

    /// <summary>long_short_mode or net_mode.</summary>
    public string PositionMode { get; set; } = "net_mode";

    public decimal Cash(string currency) => _cash.GetValueOrDefault(currency);

    public decimal Frozen(string currency) =>
        _orders.Where(order => order.IsOpen && order.FrozenCurrency == currency).Sum(order => order.Frozen);

    public decimal Available(string currency) => Cash(currency) - Frozen(currency);

    /// <summary>Takes an order in: it fills, rests, or is cancelled by its own terms.</summary>
    /// <exception cref="OrderRefusal">It is not accepted.</exception>
    public OkxOrder Place(OkxOrderRequest request, long nowMs)
    {
        if (request.ClientId.Length > 0 && _orders.Exists(order => order.ClientId == request.ClientId))
        {
            throw new OrderRefusal("51016");
        }
        var order = request.ToOrder(_lastOrder + 1, nowMs);
        var needed = order is { IsBuy: true, Type: "market", IsQuoteSize: false }
            ? order.Size * _market.Ask(order.Instrument, nowMs)
            : order.Frozen;
        if (needed > Available(order.FrozenCurrency))
        {
            throw new OrderRefusal("51008", $"Order failed. Insufficient {order.FrozenCurrency} balance in account.");
        }
        _lastOrder++;
        _orders.Add(order);
        Enter(order, nowMs);
        return order;
    }

    /// <exception cref="OrderRefusal">51400: it is not open.</exception>
    public OkxOrder Cancel(string? orderId, string? clientId, long nowMs)
    {
        var order = Find(orderId, clientId);
        if (order is not { IsOpen: true })
        {
            throw new OrderRefusal("51400");
        }
        End(order, "canceled", nowMs);
        return order;
    }

    public OkxOrder? Find(string? orderId, string? clientId) =>
        orderId is not null ? _orders.Find(order => DecimalText.Of(order.Number) == orderId)
        : clientId is not null ? _orders.Find(order => order.ClientId == clientId)
        : null;

    /// <summary>Fills what the prices since the last look have crossed.</summary>
    public void CatchUp(long nowMs)
    {
        for (var ms = _seenMs - _seenMs % OkxMarket.StepMs + OkxMarket.StepMs; ms <= nowMs; ms += OkxMarket.StepMs)
        {
            if (!_orders.Exists(order => order.IsOpen))
            {
                break;
            }
            FillCrossed(ms);
        }
        _seenMs = Math.Max(_seenMs, nowMs);
        // A price that somebody moved holds from that very moment.
        FillCrossed(nowMs);
    }

    private void FillCrossed(long ms)
    {
        foreach (var order in _orders.Where(order => order.IsOpen && Crosses(order, ms)).ToList())
        {
            Fill(order, order.Price, _account.MakerFee, ms);
        }
    }

    private void Enter(OkxOrder order, long nowMs)
    {
        var best = order.IsBuy ? _market.Ask(order.Instrument, nowMs) : _market.Bid(order.Instrument, nowMs);
        var isTaking = order.Type == "market" || Crosses(order, nowMs);
        if (isTaking && order.Type != "post_only")
        {
            Fill(order, best, _account.TakerFee, nowMs);
            return;
        }
        if (isTaking || order.Type is "ioc" or "fok")
        {
            End(order, "canceled", nowMs);
        }
    }

    private bool Crosses(OkxOrder order, long ms) =>
        order.IsBuy
            ? order.Price >= _market.Ask(order.Instrument, ms)
            : order.Price <= _market.Bid(order.Instrument, ms);

    private void Fill(OkxOrder order, decimal price, decimal feeRate, long ms)
    {
        var size = order.IsQuoteSize ? Down(order.Size / price, order.Instrument.LotSize) : order.Size;
        var (received, paid) = order.IsBuy ? (size, size * price) : (size * price, size);
        var currency = order.IsBuy ? order.Instrument.Base : order.Instrument.Quote;
        order.Fee = -Math.Round(received * feeRate, 12, MidpointRounding.ToPositiveInfinity);
        order.FilledSize = size;
        order.FillPrice = price;
        order.FillMs = ms;
        order.TradeNumber = ++_lastTrade;
        End(order, "filled", ms);
        _cash[order.FrozenCurrency] = Cash(order.FrozenCurrency) - paid;
        _cash[currency] = Cash(currency) + received + order.Fee;
    }

    private static void End(OkxOrder order, string state, long ms)
    {
        order.State = state;
        order.UpdatedMs = ms;
    }

    private static decimal Down(decimal value, decimal step) => Math.Floor(value / step) * step;
}
