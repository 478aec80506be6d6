namespace Exchange.BitoPro;

/// <summary>What an order is worth.</summary>
/// <param name="Twd">Not rounded.</param>
/// <param name="Basis">How it was reckoned.</param>
/// <param name="NeedsMarket">True when a market price went into it, so that it differs from moment to moment.</param>
public sealed record OrderValue(decimal Twd, string Basis, bool NeedsMarket);

/// <summary>Values orders in TWD by the table of bitopro.md section 7. Asks for each market price once.</summary>
internal sealed class OrderValuation(BitoProClient client)
{
    private readonly Dictionary<string, decimal?> _prices = new(StringComparer.Ordinal);

    /// <summary>The value, or null when a market price that it needs cannot be had.</summary>
    public async Task<OrderValue?> ValueAsync(BitoProOrderDraft draft, CancellationToken cancel)
    {
        if (await QuoteValueAsync(draft, cancel).ConfigureAwait(false) is not { } quote)
        {
            return null;
        }
        if (draft.Quote == "twd")
        {
            return quote;
        }
        var rate = await RateAsync(draft.Quote, cancel).ConfigureAwait(false);
        return rate is { } twd
            ? new OrderValue(quote.Twd * twd, $"{quote.Basis} x {ExactDecimal.Format(twd)} TWD", NeedsMarket: true)
            : null;
    }

    /// <summary>What is not filled of an order, at its own price; null when a price is not known.</summary>
    public async Task<decimal?> RemainingAsync(BitoProOrder order, CancellationToken cancel)
    {
        if (order is not { RemainingAmount: { } left, Price: { } price and > 0 })
        {
            return null;
        }
        var quote = order.Pair[(order.Pair.IndexOf('_', StringComparison.Ordinal) + 1)..];
        var rate = quote == BitoProRules.Twd ? 1 : await RateAsync(quote, cancel).ConfigureAwait(false);
        return left * price * rate;
    }

    // In quote units here; the caller turns it into TWD.
    private async Task<OrderValue?> QuoteValueAsync(BitoProOrderDraft draft, CancellationToken cancel)
    {
        if (draft.AmountIsQuote)
        {
            return new OrderValue(draft.Amount, "amount", NeedsMarket: false);
        }
        if (draft.Side == BitoProSide.Buy)
        {
            return new OrderValue(draft.Price!.Value * draft.Amount, "price x amount", NeedsMarket: false);
        }
        // A sell far below the market fills at the market: its own price must not make it look small.
        var market = await LastPriceAsync(draft.Pair, cancel).ConfigureAwait(false);
        return market is { } last
            ? new OrderValue(
                draft.Amount * Math.Max(draft.Price ?? 0, last),
                draft.Price is null ? "amount x last price" : "amount x higher of price and last price",
                NeedsMarket: true
            )
            : null;
    }

    private async Task<decimal?> RateAsync(string quote, CancellationToken cancel) =>
        await LastPriceAsync($"{quote}_twd", cancel).ConfigureAwait(false)
        ?? await OtcRateAsync(quote, cancel).ConfigureAwait(false);

    private Task<decimal?> LastPriceAsync(string pair, CancellationToken cancel) =>
        OnceAsync(
            pair,
            async () =>
                await client.GetTickersAsync(pair, cancel).ConfigureAwait(false) is [var ticker, ..]
                    ? ticker.LastPrice
                    : null
        );

    private Task<decimal?> OtcRateAsync(string currency, CancellationToken cancel) =>
        OnceAsync(
            currency,
            async () => (await client.GetOtcPriceAsync(currency, cancel).ConfigureAwait(false)).BuyRate
        );

    private async Task<decimal?> OnceAsync(string key, Func<Task<decimal?>> ask)
    {
        if (!_prices.TryGetValue(key, out var price))
        {
            try
            {
                price = await ask().ConfigureAwait(false) is { } known and > 0 ? known : null;
            }
            catch (ExchangeException)
            {
                price = null;
            }
            _prices[key] = price;
        }
        return price;
    }
}
