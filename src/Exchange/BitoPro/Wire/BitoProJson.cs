using System.Text.Json.Serialization;

namespace Exchange.BitoPro.Wire;

/// <summary>Source-generated readers of every answer.</summary>
[JsonSourceGenerationOptions(MaxDepth = 64, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TickersWire))]
[JsonSerializable(typeof(OrderBookWire))]
[JsonSerializable(typeof(Envelope<TradeWire[]>), TypeInfoPropertyName = "Trades")]
[JsonSerializable(typeof(Envelope<CandlestickWire[]>), TypeInfoPropertyName = "Candlesticks")]
[JsonSerializable(typeof(Envelope<TradingPairWire[]>), TypeInfoPropertyName = "TradingPairs")]
[JsonSerializable(typeof(Envelope<CurrencyWire[]>), TypeInfoPropertyName = "Currencies")]
[JsonSerializable(typeof(FeesWire))]
[JsonSerializable(typeof(OtcPriceWire))]
[JsonSerializable(typeof(Envelope<BalanceWire[]>), TypeInfoPropertyName = "Balances")]
[JsonSerializable(typeof(Envelope<OrderWire[]>), TypeInfoPropertyName = "Orders")]
[JsonSerializable(typeof(OrderWire))]
[JsonSerializable(typeof(Envelope<FillWire[]>), TypeInfoPropertyName = "Fills")]
[JsonSerializable(typeof(OrderAcceptedWire))]
[JsonSerializable(typeof(Envelope<OrderAcceptedWire[]>), TypeInfoPropertyName = "BatchAccepted")]
[JsonSerializable(typeof(CancelledWire))]
[JsonSerializable(typeof(Envelope<TransferWire[]>), TypeInfoPropertyName = "Transfers")]
[JsonSerializable(typeof(Envelope<TransferWire>), TypeInfoPropertyName = "Transfer")]
[JsonSerializable(typeof(Envelope<WithdrawalAcceptedWire>), TypeInfoPropertyName = "WithdrawalAccepted")]
internal sealed partial class BitoProJson : JsonSerializerContext;
