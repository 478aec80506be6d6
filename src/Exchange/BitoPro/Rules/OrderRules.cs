namespace Exchange.BitoPro;

/// <summary>From a ticket to a draft: every rule of an order that can be checked before it is sent (bitopro.md section 4).</summary>
internal static class OrderRules
{
    /// <summary>The rules that need no market data. Throws on the first that is broken.</summary>
    public static BitoProOrderDraft Check(OrderTicket ticket)
    {
        var pair = BitoProRules.Pair(ticket.Pair);
        CheckChoices(ticket);
        CheckFields(ticket);
        CheckTimeInForce(ticket);
        var draft = new BitoProOrderDraft
        {
            Pair = pair,
            Side = ticket.Side,
            Type = ticket.Type,
            Amount = AmountRules.Positive(ticket.Amount, "amount"),
            Price = ticket.Price is null ? null : AmountRules.Positive(ticket.Price, "price"),
            StopPrice = ticket.StopPrice is null ? null : AmountRules.Positive(ticket.StopPrice, "stopPrice"),
            Condition = ticket.Condition is null ? null : Condition(ticket.Condition),
            TimeInForce = ticket.TimeInForce ?? BitoProTimeInForce.Gtc,
        };
        CheckValue(draft);
        return draft;
    }

    /// <summary>The rules of the pair (T10).</summary>
    public static void CheckAgainst(BitoProOrderDraft draft, BitoProTradingPair pair)
    {
        if (pair.Maintain == true)
        {
            throw BitoProError.Input(
                "PairUnderMaintenance",
                $"{pair.Pair} is under maintenance; it takes no orders now.",
                "Repeat later.",
                draft
            );
        }
        CheckDecimals(draft.Price, pair.QuotePrecision, "price");
        CheckDecimals(draft.StopPrice, pair.QuotePrecision, "stopPrice");
        CheckDecimals(draft.Amount, draft.AmountIsQuote ? pair.QuotePrecision : pair.BasePrecision, "amount");
        if (draft.AmountIsQuote)
        {
            AmountRules.CheckRange(draft.Amount, pair.MinMarketBuyQuoteAmount, null, pair.Quote);
            return;
        }
        AmountRules.CheckRange(draft.Amount, pair.MinLimitBaseAmount, pair.MaxLimitBaseAmount, pair.Base);
    }

    public static ExchangeException UnknownPair(string pair) =>
        BitoProError.Input(
            "UnknownPair",
            $"The service trades no pair {pair}.",
            "Get-BitoProTradingPair lists the pairs.",
            pair
        );

    // An enumeration can hold any number: one that names nothing must not be sent as another's word.
    private static void CheckChoices(OrderTicket ticket)
    {
        if (!Enum.IsDefined(ticket.Side))
        {
            throw BitoProError.Input("MissingParameter", "An order needs a side: Buy or Sell.", target: "side");
        }
        if (!Enum.IsDefined(ticket.Type))
        {
            throw BitoProError.Input(
                "MissingParameter",
                "An order needs a type: Limit, Market or StopLimit.",
                target: "type"
            );
        }
        if (ticket.TimeInForce is { } timeInForce && !Enum.IsDefined(timeInForce))
        {
            throw BitoProError.Input(
                "InvalidTimeInForce",
                "A time in force is Gtc or PostOnly.",
                target: "timeInForce"
            );
        }
    }

    private static void CheckFields(OrderTicket ticket)
    {
        var isLimit = ticket.Type is BitoProOrderType.Limit or BitoProOrderType.StopLimit;
        var isStop = ticket.Type is BitoProOrderType.StopLimit;
        CheckField(ticket, ticket.Amount, "amount", isWanted: true);
        CheckField(ticket, ticket.Price, "price", isLimit);
        CheckField(ticket, ticket.StopPrice, "stopPrice", isStop);
        CheckField(ticket, ticket.Condition, "condition", isStop);
    }

    private static void CheckField(OrderTicket ticket, string? value, string name, bool isWanted)
    {
        var type = BitoProWords.Of(ticket.Type);
        if (isWanted && string.IsNullOrEmpty(value))
        {
            throw BitoProError.Input("MissingParameter", $"A {type} order needs {An(name)}.", target: name);
        }
        if (!isWanted && value is not null)
        {
            throw BitoProError.Input(
                "UnexpectedParameter",
                $"A {type} order takes no {name}.",
                "Leave it out, or choose another type.",
                name
            );
        }
    }

    private static void CheckTimeInForce(OrderTicket ticket)
    {
        if (ticket.TimeInForce == BitoProTimeInForce.PostOnly && ticket.Type != BitoProOrderType.Limit)
        {
            throw BitoProError.Input(
                "InvalidTimeInForce",
                $"POST_ONLY goes with LIMIT orders only; a {BitoProWords.Of(ticket.Type)} order would silently be GTC.",
                "Leave the time in force out, or place a LIMIT order."
            );
        }
    }

    // What is shown, guarded and capped is the value: an order whose value cannot be computed must not get that far.
    private static void CheckValue(BitoProOrderDraft draft)
    {
        try
        {
            _ = draft.QuoteValue;
        }
        catch (OverflowException)
        {
            throw BitoProError.Input(
                "InvalidNumber",
                "The value of the order, price times amount, is too large to be computed.",
                target: "amount"
            );
        }
    }

    private static string Condition(string condition) =>
        condition is ">=" or "<="
            ? condition
            : throw BitoProError.Input(
                "InvalidCondition",
                $"'{BitoProRules.Shown(condition)}' is not a condition: it is >= or <=.",
                ">= triggers when the market rises to the stop price, <= when it falls to it.",
                condition
            );

    private static void CheckDecimals(decimal? value, int? allowed, string name)
    {
        if (value is { } known && allowed is { } most && ExactDecimal.DecimalPlaces(known) > most)
        {
            throw BitoProError.Input(
                "PrecisionExceeded",
                $"The {name} {ExactDecimal.Format(known)} has {ExactDecimal.DecimalPlaces(known)} decimals; "
                    + $"this pair allows {most}.",
                "Nothing is rounded for you: give a value that fits.",
                name
            );
        }
    }

    private static string An(string name) =>
        "aeiou".Contains(name[0], StringComparison.Ordinal) ? $"an {name}" : $"a {name}";
}
