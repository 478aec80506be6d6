using System.Text.Json.Serialization;

namespace Exchange.Strategy.Wire;

/// <summary>Source-generated readers of every answer.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = 64,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(ListConverter<PriceWire>), typeof(ListConverter<TokenInfoWire>)]
)]
[JsonSerializable(typeof(Envelope<OrderWire>), TypeInfoPropertyName = "Order")]
[JsonSerializable(typeof(Envelope<OrderPageWire>), TypeInfoPropertyName = "OrderPage")]
[JsonSerializable(typeof(Envelope<CancelWire>), TypeInfoPropertyName = "Cancelled")]
[JsonSerializable(typeof(Envelope<ReactivateWire>), TypeInfoPropertyName = "Reactivated")]
[JsonSerializable(typeof(Envelope<string[]>), TypeInfoPropertyName = "Texts")]
[JsonSerializable(typeof(Envelope<object>), TypeInfoPropertyName = "Anything")]
[JsonSerializable(typeof(MarketList<PriceWire>), TypeInfoPropertyName = "Prices")]
[JsonSerializable(typeof(MarketList<TokenInfoWire>), TypeInfoPropertyName = "TokenInfos")]
[JsonSerializable(typeof(PriceWire[]))]
[JsonSerializable(typeof(TokenInfoWire[]))]
[JsonSerializable(typeof(Envelope<SignInWire[]>), TypeInfoPropertyName = "SignIn")]
[JsonSerializable(typeof(Envelope<RefreshWire[]>), TypeInfoPropertyName = "Refreshed")]
[JsonSerializable(typeof(Envelope<AccountWire[]>), TypeInfoPropertyName = "Accounts")]
[JsonSerializable(typeof(Envelope<AddressListWire[]>), TypeInfoPropertyName = "Addresses")]
[JsonSerializable(typeof(Envelope<FlowWire[]>), TypeInfoPropertyName = "Flow")]
internal sealed partial class StrategyJson : JsonSerializerContext;
