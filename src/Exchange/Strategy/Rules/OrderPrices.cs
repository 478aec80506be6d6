namespace Exchange.Strategy.Rules;

/// <summary>Which prices an order needs, and what they are (strategy.md 7.1). A dollar token, known by its address, is worth one.</summary>
internal sealed record OrderPrices
{
    /// <summary>Of the token whose price decides the type.</summary>
    public required ExactDecimal Compared { get; init; }

    /// <summary>What the least amount and the estimates are reckoned with; null when it could not be had.</summary>
    public ExactDecimal? From { get; init; }

    /// <summary>What a sell's estimate is reckoned with; null when it could not be had.</summary>
    public ExactDecimal? To { get; init; }

    /// <summary>The market's own price of the from-token, never the caller's; null when it was not asked for or could not be had.</summary>
    public ExactDecimal? FromAtMarket { get; init; }

    /// <summary>The tokens to look up, those that the order cannot do without first.</summary>
    public static (IReadOnlyList<string> Needed, IReadOnlyList<string> Wanted) LookUps(CheckedTicket ticket)
    {
        List<string> needed = ticket.NamedPrice is null ? [ticket.ComparedToken] : [];
        List<string> wanted = [];
        var wantsFrom = ticket.IsBuy || ticket.Ticket.ValueAtMarket;
        if (wantsFrom && !IsStable(ticket, ticket.FromToken))
        {
            wanted.Add(ticket.FromToken);
        }
        if (!ticket.IsBuy && !IsStable(ticket, ticket.ToToken))
        {
            wanted.Add(ticket.ToToken);
        }
        return (needed, [.. wanted.Except(needed, StringComparer.Ordinal)]);
    }

    /// <summary>Puts together what was found.</summary>
    /// <param name="ticket">The order.</param>
    /// <param name="found">Usable prices by address, as it was asked for.</param>
    /// <exception cref="ExchangeException"><c>Market.PriceUnavailable</c></exception>
    public static OrderPrices Of(CheckedTicket ticket, IReadOnlyDictionary<string, ExactDecimal> found)
    {
        var compared =
            ticket.NamedPrice
            ?? PriceOf(found, ticket.ComparedToken)
            ?? throw Market.MarketError.PriceUnavailable(ticket.ComparedToken, ticket.Chain);
        var market = IsStable(ticket, ticket.FromToken) ? ExactDecimal.One : PriceOf(found, ticket.FromToken);
        return new OrderPrices
        {
            Compared = compared,
            From = ticket.IsBuy ? market : compared,
            To = IsStable(ticket, ticket.ToToken) ? ExactDecimal.One : PriceOf(found, ticket.ToToken),
            FromAtMarket = market,
        };
    }

    private static bool IsStable(CheckedTicket ticket, string token) => TokenAliases.IsStable(ticket.Chain, token);

    private static ExactDecimal? PriceOf(IReadOnlyDictionary<string, ExactDecimal> found, string token) =>
        found.TryGetValue(token, out var price) ? price : null;
}
