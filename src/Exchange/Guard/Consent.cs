namespace Exchange.Guard;

/// <summary>What a text must name to be consent to one thing that is going to be done.</summary>
/// <param name="Actions">Words for what is done, any of them.</param>
/// <param name="Opposites">Words for the contrary, none of them.</param>
/// <param name="Names">What it is done to, any of them: <c>btc_twd</c>, <c>btc/twd</c>, <c>btc</c>.</param>
/// <param name="Amount">The exact amount; null when there is none, as in a cancellation.</param>
public sealed record ConsentTerm(
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Opposites,
    IReadOnlyList<string> Names,
    decimal? Amount
)
{
    // An amount with more digits than can be compared: no text names it, and a person confirms.
    internal const decimal Unsayable = -1;

    private static readonly string[] BuyWords = ["buy", "買"];
    private static readonly string[] SellWords = ["sell", "賣"];

    /// <summary>The term of an order.</summary>
    /// <param name="isBuy">Its side.</param>
    /// <param name="pair">Lower-case pair.</param>
    /// <param name="amount">As in the draft, in the draft's unit.</param>
    public static ConsentTerm Order(bool isBuy, string pair, decimal amount) =>
        new(
            isBuy ? BuyWords : SellWords,
            isBuy ? SellWords : BuyWords,
            [pair, pair.Replace('_', '/'), pair.Split('_')[0]],
            amount
        );

    /// <summary>The term of a price-triggered order.</summary>
    /// <param name="isBuy">Its direction.</param>
    /// <param name="names">Address and symbol of the traded token.</param>
    /// <param name="amount">As in the draft, in units of the from-token; plain digits.</param>
    public static ConsentTerm StrategyOrder(bool isBuy, IReadOnlyList<string> names, string amount) =>
        new(
            isBuy ? BuyWords : SellWords,
            isBuy ? SellWords : BuyWords,
            names,
            ExactDecimal.TryParse(amount, out var exact) ? exact : Unsayable
        );

    /// <summary>The term of a cancellation: the order's id, or ALL for whatever is open.</summary>
    public static ConsentTerm Cancellation(string name) => new(["cancel", "取消"], [], [name], null);

    /// <summary>The term of a withdrawal.</summary>
    public static ConsentTerm Withdrawal(string currency, decimal amount) =>
        new(["withdraw", "提領", "提幣", "出金"], [], [currency], amount);
}

/// <summary>Textual confirmation (trade-guard.md section 7): only text that refers to the draft is consent.</summary>
public static class Consent
{
    // Hundreds of orders have room in it; what is longer is a text that somebody else wrote.
    private const int LongestText = 65_536;

    /// <summary>Why the text is no consent to all of the terms; null when it is.</summary>
    public static string? Problem(string text, IReadOnlyList<ConsentTerm> terms, GuardRules rules)
    {
        if (text.Length > LongestText)
        {
            return $"it is longer than {LongestText} characters";
        }
        var said = TextSignals.Normalise(text);
        if (rules.InvalidConfirmations.Contains(Bare(said), StringComparer.Ordinal))
        {
            return "a bare acknowledgement is no consent";
        }
        if (TextSignals.Of(text, rules).AltersPolicy)
        {
            return "it asks to set the rules aside";
        }
        // Both sides may be named where both are meant.
        var meant = terms.SelectMany(term => term.Actions).ToHashSet(StringComparer.Ordinal);
        var numbers = Numbers(said);
        return terms.Select(term => Missing(term, said, numbers, meant)).FirstOrDefault(missing => missing is not null);
    }

    private static string? Missing(ConsentTerm term, string said, HashSet<decimal> numbers, HashSet<string> meant)
    {
        if (!term.Actions.Any(word => Names(said, word)))
        {
            return $"it does not say {term.Actions[0]}";
        }
        if (
            term.Opposites.Where(word => !meant.Contains(word)).FirstOrDefault(word => Names(said, word)) is
            { } contrary
        )
        {
            return $"it also says {contrary}";
        }
        if (!term.Names.Any(name => Names(said, name)))
        {
            return $"it does not name {term.Names[0]}";
        }
        return term.Amount switch
        {
            ConsentTerm.Unsayable => "the amount has too many digits to be named in words",
            { } amount when !numbers.Contains(amount) =>
                $"it does not name the exact amount {ExactDecimal.Format(amount)}",
            _ => null,
        };
    }

    // As a word of its own where it is ASCII: btc is not named by "abtcd"; beside a digit or Chinese text it is.
    private static bool Names(string said, string name)
    {
        var wanted = TextSignals.Normalise(name);
        for (var at = 0; (at = said.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = at + wanted.Length;
            var isWord =
                !char.IsAscii(wanted[0])
                || ((at == 0 || !IsLetter(said[at - 1])) && (end == said.Length || !IsWordPart(said[end])));
            if (isWord)
            {
                return true;
            }
        }
        return false;
    }

    private static HashSet<decimal> Numbers(string said)
    {
        var numbers = new HashSet<decimal>();
        for (var at = 0; at < said.Length; at++)
        {
            if (!char.IsAsciiDigit(said[at]))
            {
                continue;
            }
            var end = at;
            while (end < said.Length && (char.IsAsciiDigit(said[end]) || IsPointWithin(said, end)))
            {
                end++;
            }
            if (ExactDecimal.TryParse(said[at..end], out var number))
            {
                numbers.Add(number);
            }
            at = end;
        }
        return numbers;
    }

    private static bool IsPointWithin(string said, int at) =>
        said[at] == '.' && at + 1 < said.Length && char.IsAsciiDigit(said[at + 1]);

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static string Bare(string said) =>
        string.Concat(said.Where(c => !char.IsPunctuation(c) && !char.IsSymbol(c))).Trim();
}
