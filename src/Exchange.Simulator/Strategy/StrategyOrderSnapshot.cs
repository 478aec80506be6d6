using Exchange.Simulator.Strategy.Orders;

namespace Exchange.Simulator.Strategy;

/// <summary>An order as it stands.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="ChainId">Its chain.</param>
/// <param name="StrategyType">2 buy dip, 3 take profit, 4 stop loss, 5 buy above.</param>
/// <param name="Status">The number of strategy.md 3.2.</param>
/// <param name="FromToken">The address of what is sold.</param>
/// <param name="ToToken">The address of what is bought.</param>
/// <param name="Amount">Units of the from-token.</param>
/// <param name="TriggerPrice">USD.</param>
/// <param name="Slippage">A fraction.</param>
/// <param name="Expires">When it expires.</param>
/// <param name="Events">The codes of its execution history, oldest first.</param>
/// <param name="TxHash">The transaction, when there is one.</param>
public sealed record StrategyOrderSnapshot(
    string OrderId,
    string AccountId,
    string ChainId,
    int StrategyType,
    int Status,
    string FromToken,
    string ToToken,
    decimal Amount,
    decimal TriggerPrice,
    decimal Slippage,
    DateTimeOffset Expires,
    IReadOnlyList<int> Events,
    string? TxHash
)
{
    internal static StrategyOrderSnapshot Of(StrategyOrder order) =>
        new(
            order.Id,
            order.AccountId,
            order.Chain.Index,
            order.Type,
            (int)order.Status,
            order.From.Address,
            order.To.Address,
            order.Amount,
            order.Trigger,
            order.Slippage,
            DateTimeOffset.FromUnixTimeMilliseconds(order.ExpiresMs),
            [.. order.Events.Select(one => one.Code)],
            order.TxHash
        );
}
