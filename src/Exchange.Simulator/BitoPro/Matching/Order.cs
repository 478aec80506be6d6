using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;

namespace Exchange.Simulator.BitoPro.Matching;

internal enum OrderSide
{
    Buy,
    Sell,
}

internal enum OrderType
{
    Limit,
    Market,
    StopLimit,
}

/// <summary>An order and what has become of it. Only the matching engine of its pair changes it.</summary>
internal sealed class Order
{
    /// <summary>Ascends with creation, over all pairs.</summary>
    public required long Number { get; init; }

    public required Account Owner { get; init; }

    public required TradingPair Pair { get; init; }

    public required OrderSide Side { get; init; }

    public required OrderType Type { get; init; }

    /// <summary>Quote per base; 0 for MARKET.</summary>
    public decimal Price { get; init; }

    /// <summary>Base, or quote for a MARKET BUY.</summary>
    public required decimal OriginalAmount { get; init; }

    public bool IsPostOnly { get; init; }

    public decimal? StopPrice { get; init; }

    /// <summary>Whether a stop waits for the price to rise to <see cref="StopPrice"/> (<c>&gt;=</c>) rather than to fall to it.</summary>
    public bool TriggersOnRise { get; init; }

    public int? ClientId { get; init; }

    /// <summary>The place among the orders of its pair, shown as <c>seq</c>.</summary>
    public long Sequence { get; init; }

    public required long CreatedMs { get; init; }

    public long UpdatedMs { get; set; }

    public int Status { get; set; }

    /// <summary>In the unit of <see cref="OriginalAmount"/>.</summary>
    public decimal ExecutedAmount { get; set; }

    /// <summary>Executed base, whatever the unit of the amount.</summary>
    public decimal ExecutedBase { get; set; }

    /// <summary>Executed value in quote.</summary>
    public decimal ExecutedQuote { get; set; }

    /// <summary>In <see cref="FeeCurrency"/>.</summary>
    public decimal Fee { get; set; }

    /// <summary>What the order still holds of <see cref="SpendCurrency"/>.</summary>
    public decimal Held { get; set; }

    /// <summary>The order's place in its price level while it rests there.</summary>
    public LinkedListNode<Order>? Resting { get; set; }

    /// <summary>Plain digits, or with the prefix of a stop order, which it keeps when triggered.</summary>
    public string Id => field ??= Type == OrderType.StopLimit ? $"SL-{Number}" : $"{Number}";

    public bool IsBuy => Side == OrderSide.Buy;

    /// <summary>Whether amounts are in quote: MARKET BUY only.</summary>
    public bool IsQuoteAmount => Type == OrderType.Market && IsBuy;

    public decimal RemainingAmount => OriginalAmount - ExecutedAmount;

    public string SpendCurrency => IsBuy ? Pair.Quote : Pair.Base;

    public string ReceiveCurrency => IsBuy ? Pair.Base : Pair.Quote;

    /// <summary>Fees are taken from what is received: base for BUY, quote for SELL.</summary>
    public string FeeCurrency => ReceiveCurrency;

    public decimal AveragePrice => ExecutedBase == 0 ? 0 : ExecutedQuote / ExecutedBase;

    public bool IsOpen => OrderStatus.IsOpen(Status);
}
