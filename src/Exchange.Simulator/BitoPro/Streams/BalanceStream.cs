using System.Text.Json;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>All balances in the first frame, then those that changed.</summary>
internal sealed class BalanceStream(BitoProVenue venue, Account account) : IStreamSource
{
    private readonly Dictionary<string, (decimal Amount, decimal Available)> _seen = new(StringComparer.Ordinal);

    public bool TryWrite(Utf8JsonWriter json, long nowMs)
    {
        venue.CatchUp();
        var changed = Array.FindAll(Coin.All, IsNews);
        if (changed.Length == 0)
        {
            return false;
        }
        json.WriteStartObject();
        json.WriteString("event"u8, "ACCOUNT_BALANCE"u8);
        StreamJson.WriteTime(json, nowMs);
        json.WriteStartObject("data"u8);
        foreach (var coin in changed)
        {
            json.WritePropertyName(coin.Upper);
            BalanceJson.Write(json, coin.Upper, account.Balance(coin.Code));
        }
        json.WriteEndObject();
        json.WriteEndObject();
        return true;
    }

    private bool IsNews(Coin coin)
    {
        var balance = account.Balance(coin.Code);
        var now = (balance.Amount, balance.Available);
        if (_seen.TryGetValue(coin.Code, out var known) && known == now)
        {
            return false;
        }
        _seen[coin.Code] = now;
        return true;
    }
}
