using System.Text.Json;
using Exchange.Http;

namespace Exchange.Strategy.Wire;

/// <summary>From the wire's order to the pipeline's.</summary>
internal static class OrderMapping
{
    public static StrategyOrder ToModel(this OrderWire wire, string? accountId)
    {
        var status = (StrategyOrderStatus)Fitted(wire.Status ?? throw new JsonException("An order without a status."))!;
        var type = (StrategyType?)Fitted(wire.StrategyType);
        var chain = StrategyChains.Find(wire.ChainId);
        return new StrategyOrder
        {
            OrderId = wire.OrderId is { Length: > 0 } id ? id : throw new JsonException("An order without an id."),
            Status = status,
            StatusLabel = StrategyOrderStatuses.LabelOf(status),
            StrategyType = type,
            StrategyTypeLabel = type is { } known ? StrategyTypes.LabelOf(known) : null,
            Direction = (StrategyDirection?)Fitted(wire.ExchangeDirection) ?? DirectionOf(type),
            ChainId = wire.ChainId,
            ChainName = wire.ChainName ?? chain?.Name,
            AccountId = accountId,
            WalletAddress = wire.UserWalletAddress,
            FromAmount = Number(AmountOf(wire.FromToken)),
            FromAmountText = AmountOf(wire.FromToken),
            FromSymbol = wire.FromToken?.TokenSymbol,
            FromTokenAddress = wire.FromToken?.TokenContractAddress,
            ToAmount = Number(AmountOf(wire.ToToken)),
            ToAmountText = AmountOf(wire.ToToken),
            ToSymbol = wire.ToToken?.TokenSymbol,
            ToTokenAddress = wire.ToToken?.TokenContractAddress,
            Value = Number(wire.ToToken?.TokenUsd),
            ValueText = wire.ToToken?.TokenUsd,
            TriggerPrice = Number(wire.TriggerInfo?.TriggerPrice),
            TriggerPriceText = wire.TriggerInfo?.TriggerPrice,
            TriggerRate = wire.TriggerInfo?.TriggerRate is { Length: > 0 } rate ? rate : null,
            CanResume = wire.CanResume == true,
            CreatedAt = LenientTime.Of(wire.CreateTime),
            ExpiresAt = LenientTime.Of(wire.ExpireTime),
            UpdatedAt = LenientTime.Of(wire.OrderStatusUpdateTime),
            EstimatedWaitTime = Fitted(wire.EstimatedWaitTime),
            TransactionInfo = wire.TransactionInfo,
            TxHash = TxHashOf(wire.TransactionInfo),
            Events = StrategyEvent.All(wire.ExecutionHistoryList),
            StrategyId = wire.StrategyId,
            StrategyMode = Fitted(wire.StrategyMode),
            OrderType = Fitted(wire.OrderType),
            EventCursor = wire.EventCursor,
            Extra = wire.Extra,
        };
    }

    /// <summary>An integer that fits, never a part of a larger one.</summary>
    public static int? Fitted(long? value) =>
        value is null or (>= int.MinValue and <= int.MaxValue)
            ? (int?)value
            : throw new JsonException("An integer is too large.");

    private static string? AmountOf(OrderTokenWire? token) => token?.TokenAmount ?? token?.Amount;

    private static decimal? Number(string? text) =>
        ExactDecimal.TryReadJson(text, out var value) ? value.ToDecimal() : null;

    private static StrategyDirection? DirectionOf(StrategyType? type) =>
        type switch
        {
            StrategyType.BuyDip or StrategyType.ChaseHigh => StrategyDirection.Buy,
            StrategyType.TakeProfit or StrategyType.StopLoss => StrategyDirection.Sell,
            _ => null,
        };

    private static string? TxHashOf(JsonElement? transaction) =>
        transaction is { } info ? JsonWords.Of(info, "txHash") : null;
}
