using System.Globalization;

namespace Exchange.Strategy.Rules;

/// <summary>Ids of orders (strategy.md 3.5).</summary>
internal static class OrderIds
{
    /// <summary>One id without the blanks around it.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.OrderIdInvalid</c></exception>
    public static string Check(string text)
    {
        var id = text.Trim();
        return
            id.Length > 0
            && id.All(char.IsAsciiDigit)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? id
            : throw StrategyError.Input(
                "OrderIdInvalid",
                $"Order id \"{text}\" is not a positive 64-bit integer.",
                "Copy it from Get-StrategyOrder.",
                "OrderId"
            );
    }

    /// <summary>Lists of ids, comma lists among them: blanks dropped, each once, in their order.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(text => text.Split(','))
                .Where(text => !string.IsNullOrWhiteSpace(text))
                .Select(Check)
                .Distinct(StringComparer.Ordinal),
        ];
}
