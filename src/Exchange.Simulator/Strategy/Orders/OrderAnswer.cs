using Exchange.Simulator.Strategy.Intents;
using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>The order object (strategy.md 2.4).</summary>
internal static class OrderAnswer
{
    private const int StrategyMode = 7;
    private const int OrderType = 7;

    /// <summary>The short form that follows an acceptance.</summary>
    public static void WriteAccepted(WireWriter wire, StrategyOrder order) =>
        wire.Object(() =>
        {
            wire.Digits("orderId", order.Number);
            wire.Integer("status", (int)order.Status);
            wire.Integer("strategyType", order.Type);
            wire.Digits("chainId", order.Chain.Index);
            wire.Digits("createTime", order.CreatedMs);
            wire.Digits("expireTime", order.ExpiresMs);
            wire.Integer("estimatedWaitTime", order.Chain.WaitSeconds);
            wire.Text("eventCursor", null);
        });

    public static void WriteWhole(WireWriter wire, StrategyOrder order, TokenPrices prices, long nowMs) =>
        wire.Object(() =>
        {
            wire.Digits("orderId", order.Number);
            wire.Text("strategyId", "s-" + order.Id[^6..]);
            wire.Text("userWalletAddress", order.WalletAddress);
            wire.Integer("status", (int)order.Status);
            wire.Integer("strategyMode", StrategyMode);
            wire.Integer("orderType", OrderType);
            wire.Integer("strategyType", order.Type);
            wire.Integer("exchangeDirection", order.IsBuy ? 0 : 1);
            wire.Digits("chainId", order.Chain.Index);
            wire.Text("chainName", order.Chain.Name);
            wire.Flag("canResume", order.CanResume);
            WriteTokens(wire, order, prices, nowMs);
            wire.Object(
                "triggerInfo",
                () =>
                {
                    wire.Digits("triggerPrice", order.TriggerText);
                    wire.Text("triggerRate", "");
                }
            );
            wire.Digits("createTime", order.CreatedMs);
            wire.Digits("expireTime", order.ExpiresMs);
            WriteTrade(wire, order);
            wire.Array(
                "executionHistoryList",
                order.Events,
                one =>
                    wire.Object(() =>
                    {
                        wire.Integer("code", one.Code);
                        wire.Text("txHash", one.TxHash);
                    })
            );
            WriteUpdated(wire, order);
            wire.Text("estimatedWaitTime", null);
            wire.Text("eventCursor", null);
        });

    private static void WriteTokens(WireWriter wire, StrategyOrder order, TokenPrices prices, long nowMs)
    {
        var fromPrice = prices.At(order.From, nowMs);
        // strategy.md 7.6: what the order will bring at its trigger, until it has been filled.
        var value = order.IsBuy ? order.Amount * fromPrice : order.Amount * order.Trigger;
        var estimate = order.IsBuy ? value / order.Trigger : value / prices.At(order.To, nowMs);
        var received = order.Received ?? Rounded(estimate, order.To);
        WriteToken(wire, "fromToken", order.From, order.AmountText, Rounded(order.Amount * fromPrice, 8));
        WriteToken(wire, "toToken", order.To, DecimalText.Of(received), Rounded(value, 8));
    }

    private static void WriteToken(WireWriter wire, string name, Token token, string amount, decimal usd) =>
        wire.Object(
            name,
            () =>
            {
                wire.Digits("tokenAmount", amount);
                wire.Text("tokenSymbol", token.Symbol);
                wire.Text("tokenContractAddress", token.Address);
                wire.Digits("tokenUsd", usd);
            }
        );

    private static void WriteTrade(WireWriter wire, StrategyOrder order)
    {
        if (order.TxHash is null)
        {
            wire.Text("transactionInfo", null);
            return;
        }
        wire.Object(
            "transactionInfo",
            () =>
            {
                wire.Text("txHash", order.TxHash);
                wire.Digits("txTime", order.UpdatedMs);
            }
        );
    }

    private static void WriteUpdated(WireWriter wire, StrategyOrder order)
    {
        if (wire.Behaviour.IsoTimes)
        {
            wire.Text("orderStatusUpdateTime", IntentText.Instant(order.UpdatedMs));
            return;
        }
        wire.Digits("orderStatusUpdateTime", order.UpdatedMs);
    }

    private static decimal Rounded(decimal value, Token token) => Rounded(value, token.Decimals);

    private static decimal Rounded(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.ToZero);
}
