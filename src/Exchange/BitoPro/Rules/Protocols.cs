namespace Exchange.BitoPro;

/// <summary>Networks of withdrawals (bitopro.md section 3), and names that people confuse them with.</summary>
internal static class Protocols
{
    /// <summary>What the service takes when none is sent.</summary>
    public const string Main = "MAIN";

    /// <summary>Upper-case, as they are sent.</summary>
    public static readonly (string Word, string Network)[] All =
    [
        (Main, "the currency's own chain; the service's default"),
        ("ERC20", "Ethereum"),
        ("OMNI", "Omni, on Bitcoin"),
        ("TRX", "Tron (TRC20)"),
        ("BSC", "BNB Smart Chain (BEP20)"),
        ("POLYGON", "Polygon"),
    ];

    // Shown as a hint, never used: a wrong network loses the coins.
    private static readonly (string Name, string Word)[] Hints =
    [
        ("TRC20", "TRX"),
        ("TRON", "TRX"),
        ("ETH", "ERC20"),
        ("ETHEREUM", "ERC20"),
        ("BEP20", "BSC"),
        ("BNB", "BSC"),
        ("MATIC", "POLYGON"),
    ];

    /// <summary>The word as it is sent. Its case does not matter: the service itself shows it in both.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidProtocol</c></exception>
    public static string Checked(string? text)
    {
        var upper = text?.ToUpperInvariant();
        if (Array.Exists(All, protocol => protocol.Word == upper))
        {
            return upper!;
        }
        var hint = Array.Find(Hints, hint => hint.Name == upper).Word;
        throw BitoProError.Input(
            "InvalidProtocol",
            $"'{BitoProRules.Shown(text)}' is not a network: it is one of "
                + $"{string.Join(", ", All.Select(protocol => protocol.Word))}.",
            hint is null
                ? "Get-BitoProFee -Withdrawal lists the networks of each currency."
                : $"Do you mean {hint}? It is not assumed: a wrong network loses the coins.",
            text
        );
    }
}
