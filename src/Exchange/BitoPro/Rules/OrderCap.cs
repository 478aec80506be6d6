namespace Exchange.BitoPro;

/// <summary>The largest value of one order outside a session, in TWD (bitopro.md section 7).</summary>
/// <param name="Twd">Above 0. An order of exactly this value is allowed.</param>
public sealed record OrderCap(decimal Twd)
{
    /// <summary>Environment variable of the cap.</summary>
    public const string Variable = "BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE";

    /// <summary>The cap in force, read at every call; null when there is none.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.CapInvalid</c>: orders are refused rather than sent without their cap.</exception>
    public static OrderCap? Read(Func<string, string?> environment)
    {
        var text = environment(Variable)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        if (!ExactDecimal.TryParse(text, out var twd) || twd < 0)
        {
            throw BitoProError.Input(
                "CapInvalid",
                $"{Variable} is '{BitoProRules.Shown(text)}', which is not an amount of TWD. No order is sent while it is so.",
                "Set it to plain digits, or to 0 for no cap."
            );
        }
        return twd == 0 ? null : new OrderCap(twd);
    }

    /// <summary>The refusal of a draft whose value cannot be compared with the cap.</summary>
    public static ExchangeException NotVerifiable(Desk.IDraft draft) =>
        BitoProError.Input(
            "CapNotVerifiable",
            $"{Variable} is set, and the value in TWD of {draft.Subject} cannot be reckoned now.",
            "Nothing was sent. Repeat when the market's prices can be read, or set the cap to 0.",
            draft
        );
}
