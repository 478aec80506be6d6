using System.Globalization;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro;

/// <summary>One side of one match.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="TradeId">Shared by both sides of a match.</param>
/// <param name="OrderId">The order that was filled.</param>
/// <param name="Pair">Lower-case with underscore.</param>
/// <param name="Action">BUY or SELL.</param>
/// <param name="Price">Quote per base.</param>
/// <param name="BaseAmount">In base.</param>
/// <param name="QuoteAmount">In quote.</param>
/// <param name="Fee">In <paramref name="FeeSymbol"/>.</param>
/// <param name="FeeSymbol">Lower-case currency.</param>
/// <param name="IsTaker">Whether the order matched on arrival.</param>
/// <param name="Time">When, venue's time.</param>
public sealed record FillSnapshot(
    string Account,
    string TradeId,
    string OrderId,
    string Pair,
    string Action,
    decimal Price,
    decimal BaseAmount,
    decimal QuoteAmount,
    decimal Fee,
    string FeeSymbol,
    bool IsTaker,
    DateTimeOffset Time
)
{
    internal static FillSnapshot Of(Fill fill) =>
        new(
            fill.Order.Owner.Name,
            fill.TradeNumber.ToString(CultureInfo.InvariantCulture),
            fill.Order.Id,
            fill.Order.Pair.Name,
            OrderText.Action(fill.Order.Side),
            fill.Price,
            fill.BaseAmount,
            fill.QuoteAmount,
            fill.Fee,
            fill.Order.FeeCurrency,
            fill.IsTaker,
            DateTimeOffset.FromUnixTimeMilliseconds(fill.TimeMs)
        );
}
