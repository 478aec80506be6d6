using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>An order that is complete and valid, and not sent.</summary>
public sealed record BitoProOrderDraft : ICappedDraft
{
    // bitopro.md T12: rank 0 of the service's fee table, everyone's rate; shown as an estimate only.
    private const decimal MakerRate = 0.001m;
    private const decimal TakerRate = 0.002m;

    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Buy or sell.</summary>
    public required BitoProSide Side { get; init; }

    /// <summary>Order type.</summary>
    public required BitoProOrderType Type { get; init; }

    /// <summary>In <see cref="AmountUnit"/>.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The base currency, or the quote currency for a market buy.</summary>
    public string AmountUnit => AmountIsQuote ? Quote : Base;

    /// <summary>Quote per base.</summary>
    public decimal? Price { get; init; }

    /// <summary>Trigger price.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>&gt;= or &lt;=.</summary>
    public string? Condition { get; init; }

    /// <summary>How long it rests.</summary>
    public required BitoProTimeInForce TimeInForce { get; init; }

    /// <summary>Value in quote units, where it needs no market price.</summary>
    public decimal? QuoteValue =>
        AmountIsQuote ? Amount
        : Price is { } price ? price * Amount
        : null;

    /// <summary>Value in TWD: as valued for a cap, else where it needs no market price; null otherwise.</summary>
    public decimal? EstimatedTwd => Value?.Twd ?? (Quote is "twd" ? QuoteValue : null);

    /// <inheritdoc/>
    public bool ValueNeedsMarket => Value?.NeedsMarket == true;

    /// <inheritdoc/>
    public decimal? CapTwd { get; init; }

    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Sent with every order of this module.</summary>
    public int ClientId { get; } = BitoProOrder.SkillClientId;

    /// <inheritdoc/>
    public string Service => "BitoPro";

    /// <inheritdoc/>
    public string Action => Language.Choose("Place order", "下單");

    /// <inheritdoc/>
    public string Subject =>
        $"{BitoProWords.Of(Side)} {ExactDecimal.Format(Amount)} {AmountUnit} ({Pair}, {BitoProWords.Of(Type)}"
        + (Price is { } price ? $" @ {ExactDecimal.Format(price)})" : ")");

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines => [.. AllLines()];

    /// <inheritdoc/>
    string ICappedDraft.Identity =>
        string.Join(' ', OrderFacts.Of(this).Select(fact => $"{fact.Key}={fact.Value}")) + $" {Endpoint}";

    /// <inheritdoc/>
    decimal? ICappedDraft.ReckonedTwd => Value?.Twd;

    /// <summary>The value with its basis, when it was asked for.</summary>
    internal OrderValue? Value { get; init; }

    internal bool AmountIsQuote => Type == BitoProOrderType.Market && Side == BitoProSide.Buy;

    internal string Base => Pair[..Pair.IndexOf('_', StringComparison.Ordinal)];

    internal string Quote => Pair[(Pair.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private IEnumerable<DraftLine> AllLines()
    {
        yield return new(Language.Choose("Pair", "交易對"), Pair);
        yield return new(Language.Choose("Side", "方向"), BitoProWords.Of(Side));
        yield return new(Language.Choose("Type", "類型"), BitoProWords.Of(Type));
        yield return new(
            Language.Choose("Amount", "數量"),
            $"{ExactDecimal.Format(Amount)} {AmountUnit} ({(AmountIsQuote ? "quote" : "base")})"
        );
        if (Price is { } price)
        {
            yield return new(Language.Choose("Price", "價格"), $"{ExactDecimal.Format(price)} {Quote}");
        }
        if (StopPrice is { } stop)
        {
            yield return new(
                Language.Choose("Trigger", "觸發條件"),
                Language.Choose("market price", "市價") + $" {Condition} {ExactDecimal.Format(stop)} {Quote}"
            );
        }
        yield return new(Language.Choose("Time in force", "有效期"), BitoProWords.Of(TimeInForce));
        yield return new(Language.Choose("Estimated value", "預估價值"), ValueText());
        yield return new(Language.Choose("Estimated fee (rank 0)", "預估手續費（等級 0）"), FeeText());
        foreach (var line in ICappedDraft.CapLines(this))
        {
            yield return line;
        }
        yield return new("clientId", $"{ClientId}");
        yield return BitoProConnection.DestinationLine(Endpoint);
    }

    private string ValueText() =>
        Value is { } valued ? $"{ExactDecimal.Format(valued.Twd)} TWD ({valued.Basis})"
        : QuoteValue is not { } value ? Language.Choose("n/a (market price)", "無（市價）")
        : Quote is "twd" ? $"{ExactDecimal.Format(value)} TWD"
        : $"{ExactDecimal.Format(value)} {Quote.ToUpperInvariant()}";

    // bitopro.md 2.3: the fee is usually taken in base for a buy and in quote for a sell.
    private string FeeText()
    {
        var rates =
            Type == BitoProOrderType.Market ? [TakerRate]
            : TimeInForce == BitoProTimeInForce.PostOnly ? [MakerRate]
            : new[] { MakerRate, TakerRate };
        if (QuoteValue is not { } value)
        {
            return string.Join(" - ", rates.Select(rate => $"{ExactDecimal.Format(rate * 100)} %"));
        }
        return string.Join(" - ", rates.Select(rate => ExactDecimal.Format(rate * value)))
            + $" {Quote.ToUpperInvariant()}";
    }
}
