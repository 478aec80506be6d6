using System.Buffers;

namespace Exchange.Guard;

/// <summary>
/// What a text gives away (trade-guard.md 2.2): plain ordinal substrings of the normalised text, with the side effects that this
/// has ("ok" in "token"). Never throws, whatever the text.
/// </summary>
public sealed class TextSignals
{
    // What each becomes.
    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(code => Beyond((char)code))];

    private readonly TextFinding _found;

    private TextSignals(TextFinding found) => _found = found;

    /// <summary>A policy bypass, a prompt reveal, or an instruction from elsewhere.</summary>
    public bool AltersPolicy =>
        HasAny(TextFinding.PolicyBypass | TextFinding.PromptReveal | TextFinding.ExternalInstruction);

    /// <summary>Any word of strategies.</summary>
    public bool LooksLikeStrategy => HasAny(TextFinding.Strategy);

    /// <summary>Any word of trading.</summary>
    public bool LooksLikeTrade => HasAny(TextFinding.Trade);

    /// <summary>An action, an asset and an amount.</summary>
    public bool HasCoreFields => HasAny(TextFinding.Action) && HasAny(TextFinding.Asset) && HasAny(TextFinding.Amount);

    /// <summary>An ambiguous phrase.</summary>
    public bool IsAmbiguous => HasAny(TextFinding.Ambiguous);

    /// <summary>Everything, all, half, percent.</summary>
    public bool IsHighRisk => HasAny(TextFinding.HighRisk);

    /// <summary>Somebody pushes.</summary>
    public bool IsSoftCoercion => HasAny(TextFinding.SoftSignal);

    /// <summary>An acknowledgement that is no consent.</summary>
    public bool IsWeakConfirmation => HasAny(TextFinding.InvalidConfirmation);

    /// <summary>Reads a text; null counts as empty.</summary>
    public static TextSignals Of(string? text, GuardRules rules) =>
        new(string.IsNullOrEmpty(text) ? TextFinding.None : Read(text, rules.Search));

    /// <summary>Lower case, each run of white space one space, none at the ends (trade-guard.md section 2).</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in new NormalText(text))
        {
            buffer[length++] = c;
        }
        var normal = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return normal;
    }

    private static TextFinding Read(string text, PhraseSearch search)
    {
        var walk = search.Start();
        foreach (var c in new NormalText(text))
        {
            walk.Step(c);
        }
        return (TextFinding)walk.Found;
    }

    private static char Lower(char c) => c < Ascii.Length ? Ascii[c] : Beyond(c);

    private static char Beyond(char c) => IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c);

    // JavaScript's set, where the rules come from: it has U+FEFF and lacks U+0085.
    private static bool IsWhiteSpace(char c) => c is '\uFEFF' || (char.IsWhiteSpace(c) && c is not '\u0085');

    private bool HasAny(TextFinding wanted) => (_found & wanted) != TextFinding.None;

    /// <summary>The characters of a text as they are compared.</summary>
    private ref struct NormalText(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _next;
        private bool _hasBegun;

        public char Current { get; private set; }

        public readonly NormalText GetEnumerator() => this;

        public bool MoveNext()
        {
            var isSpaceDue = false;
            for (; _next < _text.Length; _next++)
            {
                var c = Lower(_text[_next]);
                if (c == ' ')
                {
                    isSpaceDue = _hasBegun;
                    continue;
                }
                if (isSpaceDue)
                {
                    Current = ' ';
                    return true;
                }
                (Current, _hasBegun) = (c, true);
                _next++;
                return true;
            }
            return false;
        }
    }
}
