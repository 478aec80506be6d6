using Exchange.Simulator.Okx.Trading;

namespace Exchange.Simulator.Okx;

/// <summary>An order as it stood when asked for.</summary>
/// <param name="Id">The service's <c>ordId</c>: plain digits.</param>
/// <param name="ClientId">The caller's <c>clOrdId</c>; empty when it gave none.</param>
/// <param name="Instrument">Such as BTC-USDT.</param>
/// <param name="Side">buy or sell.</param>
/// <param name="Price">As ordered, quote per base; 0 for a market order.</param>
/// <param name="Size">As ordered.</param>
/// <param name="State">live, filled or canceled.</param>
/// <param name="IsDemo">Whether it was placed in simulated trading.</param>
public sealed record OkxOrderSnapshot(
    string Id,
    string ClientId,
    string Instrument,
    string Side,
    decimal Price,
    decimal Size,
    string State,
    bool IsDemo
)
{
    internal static OkxOrderSnapshot Of(OkxOrder order, bool isDemo) =>
        new(
            DecimalText.Of(order.Number),
            order.ClientId,
            order.Instrument.Id,
            order.IsBuy ? "buy" : "sell",
            order.Price,
            order.Size,
            order.State,
            isDemo
        );
}
