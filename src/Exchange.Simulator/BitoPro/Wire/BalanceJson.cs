using System.Text.Json;
using Exchange.Simulator.BitoPro.Accounts;

namespace Exchange.Simulator.BitoPro.Wire;

/// <summary>A balance as T5 and its stream show it.</summary>
internal static class BalanceJson
{
    public static void Write(Utf8JsonWriter json, string currency, Balance balance)
    {
        json.WriteStartObject();
        json.WriteString("currency"u8, currency);
        json.WriteDecimal("amount"u8, balance.Amount);
        json.WriteDecimal("available"u8, balance.Available);
        json.WriteDecimal("stake"u8, 0);
        json.WriteBoolean("tradable"u8, true);
        json.WriteEndObject();
    }
}
