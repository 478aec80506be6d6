using System.Buffers;
using System.Text;

namespace Exchange.Guard;

/// <summary>
/// What a text gives away (trade-guard.md 2.2): plain ordinal substrings of the normalised text, with the side effects that this
/// has ("ok" in "token"). Never throws, whatever the text.
/// </summary>
public sealed class TextSignals
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly string _text;
    private readonly GuardRules _rules;

    private TextSignals(string text, GuardRules rules)
    {
        _text = text;
        _rules = rules;
    }

    /// <summary>A policy bypass, a prompt reveal, or an instruction from elsewhere.</summary>
    public bool AltersPolicy =>
        HasAny(_rules.PolicyBypass) || HasAny(_rules.PromptReveal) || HasAny(GuardWords.ExternalInstructions);

    /// <summary>Any word of strategies.</summary>
    public bool LooksLikeStrategy => HasAny(GuardWords.Strategy);

    /// <summary>Any word of trading.</summary>
    public bool LooksLikeTrade => HasAny(GuardWords.Trade);

    /// <summary>An action, an asset and an amount.</summary>
    public bool HasCoreFields => HasAny(GuardWords.Actions) && HasAny(GuardWords.Assets) && HasAmount;

    /// <summary>An ambiguous phrase.</summary>
    public bool IsAmbiguous => HasAny(_rules.Ambiguous);

    /// <summary>Everything, all, half, percent.</summary>
    public bool IsHighRisk => HasAny(GuardWords.HighRisk);

    /// <summary>Somebody pushes.</summary>
    public bool IsSoftCoercion => HasAny(_rules.SoftSignals);

    /// <summary>An acknowledgement that is no consent.</summary>
    public bool IsWeakConfirmation => HasAny(_rules.InvalidConfirmations);

    private bool HasAmount => _text.AsSpan().ContainsAny(Digits) || HasAny(GuardWords.Amounts);

    /// <summary>Reads a text; null counts as empty.</summary>
    public static TextSignals Of(string? text, GuardRules rules) => new(Normalise(text), rules);

    /// <summary>Lower case, each run of white space one space, none at the ends (trade-guard.md section 2).</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var normal = new StringBuilder(text.Length);
        var afterSpace = true;
        foreach (var c in text)
        {
            var isSpace = IsWhiteSpace(c);
            if (!isSpace)
            {
                normal.Append(char.ToLowerInvariant(c));
            }
            else if (!afterSpace)
            {
                normal.Append(' ');
            }
            afterSpace = isSpace;
        }
        return normal.ToString().TrimEnd(' ');
    }

    // JavaScript's set, where the rules come from: it has U+FEFF and lacks U+0085.
    private static bool IsWhiteSpace(char c) => c is '\uFEFF' || (char.IsWhiteSpace(c) && c is not '\u0085');

    private bool HasAny(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (_text.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
