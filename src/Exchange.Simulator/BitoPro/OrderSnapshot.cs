using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro;

/// <summary>An order as it stood when asked for. Amounts in base, for a MARKET BUY in quote; <c>Total</c> in quote.</summary>
/// <param name="Account">The name of the account that placed it.</param>
/// <param name="Id">Plain digits, or with the prefix <c>SL-</c>.</param>
/// <param name="Pair">Lower-case with underscore.</param>
/// <param name="Action">BUY or SELL.</param>
/// <param name="Type">LIMIT, MARKET or STOP_LIMIT.</param>
/// <param name="TimeInForce">GTC or POST_ONLY.</param>
/// <param name="Status">The codes of bitopro.md section 3.</param>
/// <param name="Price">Quote per base; 0 for MARKET.</param>
/// <param name="StopPrice">Quote per base; null unless a stop order.</param>
/// <param name="OriginalAmount">As ordered.</param>
/// <param name="ExecutedAmount">Filled so far.</param>
/// <param name="RemainingAmount">Not filled.</param>
/// <param name="Total">Executed value in quote.</param>
/// <param name="AverageExecutionPrice">Quote per base; 0 while unfilled.</param>
/// <param name="Fee">In <paramref name="FeeSymbol"/>.</param>
/// <param name="FeeSymbol">Lower-case currency.</param>
/// <param name="ClientId">As sent, if sent.</param>
/// <param name="Created">When it arrived, venue's time.</param>
/// <param name="Updated">When it last changed, venue's time.</param>
public sealed record OrderSnapshot(
    string Account,
    string Id,
    string Pair,
    string Action,
    string Type,
    string TimeInForce,
    int Status,
    decimal Price,
    decimal? StopPrice,
    decimal OriginalAmount,
    decimal ExecutedAmount,
    decimal RemainingAmount,
    decimal Total,
    decimal AverageExecutionPrice,
    decimal Fee,
    string FeeSymbol,
    int? ClientId,
    DateTimeOffset Created,
    DateTimeOffset Updated
)
{
    internal static OrderSnapshot Of(Order order) =>
        new(
            order.Owner.Name,
            order.Id,
            order.Pair.Name,
            OrderText.Action(order.Side),
            OrderText.Type(order.Type),
            OrderText.TimeInForce(order),
            order.Status,
            order.Price,
            order.StopPrice,
            order.OriginalAmount,
            order.ExecutedAmount,
            order.RemainingAmount,
            order.ExecutedQuote,
            order.AveragePrice,
            order.Fee,
            order.FeeCurrency,
            order.ClientId,
            DateTimeOffset.FromUnixTimeMilliseconds(order.CreatedMs),
            DateTimeOffset.FromUnixTimeMilliseconds(order.UpdatedMs)
        );
}
