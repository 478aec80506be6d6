using System.Text.Json.Serialization;

namespace Exchange.BitoPro.Wire;

/// <summary>Source-generated readers of every frame.</summary>
[JsonSourceGenerationOptions(MaxDepth = 64, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OrderBookFrameWire), TypeInfoPropertyName = "OrderBook")]
[JsonSerializable(typeof(TickerFrameWire), TypeInfoPropertyName = "Ticker")]
[JsonSerializable(typeof(FrameWire<TradeWire[]>), TypeInfoPropertyName = "Trades")]
[JsonSerializable(typeof(FrameWire<Dictionary<string, OrderWire[]>>), TypeInfoPropertyName = "Orders")]
[JsonSerializable(typeof(FrameWire<Dictionary<string, BalanceWire>>), TypeInfoPropertyName = "Balances")]
[JsonSerializable(typeof(FrameWire<UserTradeWire>), TypeInfoPropertyName = "UserTrade")]
internal sealed partial class BitoProStreamJson : JsonSerializerContext;
