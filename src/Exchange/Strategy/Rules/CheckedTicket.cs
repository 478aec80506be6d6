namespace Exchange.Strategy.Rules;

/// <summary>A ticket after every check that needs nobody else (strategy.md 7, steps 1 and 4).</summary>
internal sealed record CheckedTicket(
    StrategyOrderTicket Ticket,
    StrategyChain Chain,
    string FromToken,
    string ToToken,
    ExactDecimal Amount,
    ExactDecimal Trigger,
    ExactDecimal? NamedPrice,
    SlippagePercent Slippage,
    TimeSpan Lifetime
)
{
    /// <summary>The amount as it was written, without the blanks around it.</summary>
    public string AmountText => Ticket.Amount.Trim();

    /// <summary>The trigger as it was written, without the blanks around it.</summary>
    public string TriggerText => Ticket.TriggerPrice.Trim();

    /// <summary>The token whose price decides the type.</summary>
    public string ComparedToken => IsBuy ? ToToken : FromToken;

    public bool IsBuy => Ticket.Direction == StrategyDirection.Buy;

    /// <summary>Chain first, then in the order of the parameters.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule (strategy.md 1.6).</exception>
    public static CheckedTicket Of(StrategyOrderTicket ticket, Action<string> warn)
    {
        var chain = StrategyChains.Resolve(ticket.Chain);
        var from = TokenAddress.Resolve(chain, ticket.FromToken, "FromToken", warn);
        var to = TokenAddress.Resolve(chain, ticket.ToToken, "ToToken", warn);
        TokenAddress.CheckDifferent(chain, from, to);
        return new CheckedTicket(
            ticket,
            chain,
            from,
            to,
            RawAmount.Check(ticket.Amount),
            UsdPrice.Check(ticket.TriggerPrice, "TriggerPrice"),
            ticket.CurrentPrice is null ? null : UsdPrice.Check(ticket.CurrentPrice, "CurrentPrice"),
            SlippagePercent.Check(ticket.Slippage),
            OrderLifetime.Check(ticket.ExpiresInSeconds)
        );
    }
}
