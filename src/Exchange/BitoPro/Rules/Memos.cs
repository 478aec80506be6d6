namespace Exchange.BitoPro;

/// <summary>Currencies whose chains tell customers of one address apart by a memo (bitopro.md section 4, T22).</summary>
internal static class Memos
{
    private static readonly string[] Required = ["eos", "bnb"];
    private static readonly string[] Usual = ["xrp", "ton", "xlm", "atom", "hbar"];

    /// <summary>A withdrawal without one is refused.</summary>
    public static bool IsRequired(string currency) => Required.Contains(currency, StringComparer.Ordinal);

    /// <summary>A withdrawal without one is warned of.</summary>
    public static bool IsUsual(string currency) => Usual.Contains(currency, StringComparer.Ordinal);
}
