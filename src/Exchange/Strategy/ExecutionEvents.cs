namespace Exchange.Strategy;

/// <summary>One row of the catalogue of execution events.</summary>
/// <param name="Code">The service's number.</param>
/// <param name="Name">The service's own name, misspellings included; for programs, never shown.</param>
/// <param name="English">What is shown.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="IsTerminal">True when the engine will not try again after this failure.</param>
internal sealed record ExecutionEventRow(int Code, string Name, string English, string Chinese, bool IsTerminal);

/// <summary>The 28 known codes of strategy.md 13, in its order. Others pass through as they are and are not terminal.</summary>
internal static class ExecutionEvents
{
    public static IReadOnlyList<ExecutionEventRow> All { get; } =
    [
        new(0, "tradeSuccessed", "Trade successful", "交易成功", false),
        new(
            3005,
            "lessThanMinReceive",
            "Quoted price is below the minimum amount to receive",
            "报价低于最小接收数量",
            false
        ),
        new(3006, "preExecutionFailed", "Pre-execution error. Try again", "预执行出错,请重试", false),
        new(3007, "signFailed", "Failed to verify signature", "签名验证失败", false),
        new(3008, "broadcastFailed", "Broadcast failed", "广播失败", false),
        new(
            3010,
            "onchainFailed",
            "The transaction broadcast was unsuccessful due to an onchain service error",
            "链上服务出错,交易广播未成功",
            true
        ),
        new(3013, "insufficientBalance", "Insufficient funds in wallet", "钱包余额不足", false),
        new(3014, "insufficientLamports", "Insufficient funds for network fee", "网络费用余额不足", false),
        new(3015, "exceedSlippage", "Price exceeded slippage at trade", "成交时价格超出滑点", false),
        new(3016, "noLiquidty", "No quote due to low liquidity", "流动性不足,无报价", false),
        new(3017, "unableQuote", "Unable to fetch a quote", "无法获取报价", false),
        new(3018, "mevFail", "Anti-MEV provider error", "防 MEV 服务出错", false),
        new(3019, "riskToken", "Failed to trade due to risky token", "风险代币,交易失败", true),
        new(3020, "blackAddress", "Failed to trade due to blocklisted address", "地址在黑名单中,交易失败", true),
        new(3023, "orderExpired", "Limit order expired", "限价单已过期", true),
        new(2001, "oldCreated", "Order created", "订单已创建", false),
        new(2002, "oldFailedToCreate", "Failed to create order", "创建订单失败", false),
        new(2003, "oldEdited", "Order modified", "订单已修改", false),
        new(2004, "oldFailedToEdit", "Failed to edit order", "修改订单失败", false),
        new(2005, "oldCanceled", "Order canceled", "订单已取消", false),
        new(2006, "oldFailedToCancel", "Unable to cancel order", "无法取消订单", false),
        new(2007, "oldAutoCanceled", "Order auto-canceled", "订单已自动取消", false),
        new(2008, "oldFailedToAutoCancel", "Unable to auto-cancel order", "无法自动取消订单", false),
        new(2009, "oldExpired", "Order expired", "订单已过期", false),
        new(2010, "oldExceedsSlippage", "Price exceeded slippage at trade", "成交时价格超出滑点", false),
        new(2011, "oldNoQuoteLowLiquidity", "No quote due to low liquidity", "流动性不足,无报价", false),
        new(2012, "oldBroadcastFailed", "Broadcast failed", "广播失败", false),
        new(2013, "oldSuccessful", "Trade successful", "交易成功", false),
    ];

    /// <summary>The row of a code; null when it is not known.</summary>
    public static ExecutionEventRow? Find(long? code) => All.FirstOrDefault(row => row.Code == code);
}
