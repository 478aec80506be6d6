namespace Exchange.PowerShell;

/// <summary>Changes to a simulator as people write them, name=value.</summary>
internal static class Assignments
{
    /// <summary>What a price belongs to, and the price: <c>btc_twd=2900000</c>, <c>arb:ARB=0.09</c>.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.InvalidPrice</c></exception>
    public static (string Name, string Price) PriceOf(string text, string example)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2 && ExactDecimal.TryParse(parts[1], out var price) && price > 0
            ? (parts[0], parts[1])
            : throw ExchangeException.BadInput(
                "Exchange.InvalidPrice",
                $"'{text}' is not a price: write name=price, such as {example}."
            );
    }

    /// <summary>Which call of which service fails with what: <c>web3/createOrder=60009</c>.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.InvalidFailure</c></exception>
    public static (string Service, string Path, string Code) FailureOf(string text)
    {
        var equals = text.LastIndexOf('=');
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && equals > slash && equals < text.Length - 1
            ? (text[..slash], text[slash..equals], text[(equals + 1)..])
            : throw ExchangeException.BadInput(
                "Exchange.InvalidFailure",
                $"'{text}' is not a failure: write service/path=code, such as web3/createOrder=60009.",
                "Services: okx, web3. A path may be its end only; okx/=50001 strikes every path."
            );
    }
}
