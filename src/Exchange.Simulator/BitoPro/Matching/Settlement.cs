using Exchange.Simulator.BitoPro.Markets;

namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>What an order holds, pays, receives and gives back. Every movement has two ends, so that sums are kept.</summary>
internal static class Settlement
{
    /// <summary>Fees are rounded down to this many decimals: a venue's ledger has no more.</summary>
    private const int FeeDecimals = 8;

    /// <summary>What an order needs: quote for BUY (price times amount, or the MARKET amount itself), base for SELL.</summary>
    public static decimal Needed(Order order)
    {
        if (!order.IsBuy || order.IsQuoteAmount)
        {
            return order.OriginalAmount;
        }
        return order.OriginalAmount * order.Price;
    }

    public static void Hold(Order order)
    {
        order.Held = Needed(order);
        order.Owner.Balance(order.SpendCurrency).Available -= order.Held;
    }

    public static void Release(Order order)
    {
        order.Owner.Balance(order.SpendCurrency).Available += order.Held;
        order.Held = 0;
    }

    public static void Settle(in Execution execution)
    {
        Move(execution.Taker, execution, execution.Taker.Owner.TakerFee);
        Move(execution.Maker, execution, execution.Maker.Owner.MakerFee);
    }

    /// <summary>The fee of one side, in what it receives.</summary>
    public static decimal FeeOf(Order order, in Execution execution, decimal rate) =>
        PowerOfTen.Floor((order.IsBuy ? execution.BaseAmount : execution.QuoteAmount) * rate, FeeDecimals);

    private static void Move(Order order, in Execution execution, decimal rate)
    {
        var paid = order.IsBuy ? execution.QuoteAmount : execution.BaseAmount;
        var received = order.IsBuy ? execution.BaseAmount : execution.QuoteAmount;
        var fee = FeeOf(order, execution, rate);
        Pay(order, execution, paid);
        order.Owner.Balance(order.ReceiveCurrency).Deposit(received - fee);
        order.Owner.FeesPaid(order.FeeCurrency, fee);
        order.ExecutedAmount += order.IsQuoteAmount ? execution.QuoteAmount : execution.BaseAmount;
        order.ExecutedBase += execution.BaseAmount;
        order.ExecutedQuote += execution.QuoteAmount;
        order.Fee += fee;
        order.UpdatedMs = execution.TimeMs;
    }

    private static void Pay(Order order, in Execution execution, decimal paid)
    {
        var balance = order.Owner.Balance(order.SpendCurrency);
        balance.Amount -= paid;
        order.Held -= paid;
        if (!order.IsBuy || order.IsQuoteAmount)
        {
            return;
        }
        // A buyer who matched below the limit gets the difference back at once.
        var saved = (order.Price - execution.Price) * execution.BaseAmount;
        order.Held -= saved;
        balance.Available += saved;
    }
}
