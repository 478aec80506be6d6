using System.Text.Json;

namespace Exchange.Guard;

/// <summary>
/// The phrases that the guard looks for (trade-guard.md 2.1): built in, or the three files of a folder. A folder that is named and
/// cannot be used means no rules at all, never the built-in ones.
/// </summary>
public sealed class GuardRules
{
    /// <summary>Environment variable of the folder.</summary>
    public const string Variable = "BITOPRO_GUARD_RULES_DIR";

    private const string RiskFile = "risk-keywords.json";
    private const string AmbiguousFile = "ambiguous-patterns.json";
    private const string ConfirmationFile = "confirmation-patterns.json";

    private static readonly Lazy<GuardRules> Embedded = new(() => Read(BuiltInFile));

    private PhraseSearch? _search;

    /// <summary>Ways to ask for the rules to be set aside.</summary>
    public required IReadOnlyList<string> PolicyBypass { get; init; }

    /// <summary>Ways to ask for the rules to be shown.</summary>
    public required IReadOnlyList<string> PromptReveal { get; init; }

    /// <summary>Ways to push.</summary>
    public required IReadOnlyList<string> SoftSignals { get; init; }

    /// <summary>Ways to say too little.</summary>
    public required IReadOnlyList<string> Ambiguous { get; init; }

    /// <summary>Acknowledgements that are no consent.</summary>
    public required IReadOnlyList<string> InvalidConfirmations { get; init; }

    /// <summary>Examples of consent; nothing is decided by them.</summary>
    public required IReadOnlyList<string> ValidConfirmations { get; init; }

    /// <summary>Looks for all of them, and for the words that belong to the rules themselves.</summary>
    internal PhraseSearch Search =>
        _search ??= new PhraseSearch(Lists.Select(list => (list.Phrases, (int)list.Finding)));

    private IEnumerable<(IEnumerable<string> Phrases, TextFinding Finding)> Lists =>
        [
            (PolicyBypass, TextFinding.PolicyBypass),
            (PromptReveal, TextFinding.PromptReveal),
            (GuardWords.ExternalInstructions, TextFinding.ExternalInstruction),
            (GuardWords.Strategy, TextFinding.Strategy),
            (GuardWords.Trade, TextFinding.Trade),
            (GuardWords.Actions, TextFinding.Action),
            (GuardWords.Assets, TextFinding.Asset),
            (GuardWords.Amounts, TextFinding.Amount),
            (GuardWords.HighRisk, TextFinding.HighRisk),
            (SoftSignals, TextFinding.SoftSignal),
            (Ambiguous, TextFinding.Ambiguous),
            (InvalidConfirmations, TextFinding.InvalidConfirmation),
        ];

    /// <summary>The rules of the contract.</summary>
    public static GuardRules BuiltIn => Embedded.Value;

    /// <summary>The rules that the environment asks for.</summary>
    /// <exception cref="ExchangeException"><c>TradeGuard.RulesUnavailable</c> when the named folder cannot be used.</exception>
    public static GuardRules Load(Func<string, string?> environment)
    {
        if (environment(Variable) is not { Length: > 0 } folder)
        {
            return BuiltIn;
        }
        try
        {
            return Read(name => File.ReadAllBytes(Path.Combine(folder, name)));
        }
        catch (Exception trouble)
            when (trouble is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            throw Unavailable(folder, trouble);
        }
    }

    private static GuardRules Read(Func<string, byte[]> file)
    {
        var risk = Parse(file(RiskFile));
        var confirmation = Parse(file(ConfirmationFile));
        return new GuardRules
        {
            PolicyBypass = Phrases(risk, "policy_bypass"),
            PromptReveal = Phrases(risk, "prompt_reveal"),
            SoftSignals = Phrases(risk, "in_session_soft_signals"),
            Ambiguous = OnlyList(Parse(file(AmbiguousFile))),
            InvalidConfirmations = Phrases(confirmation, "invalid"),
            ValidConfirmations = Phrases(confirmation, "valid"),
        };
    }

    private static byte[] BuiltInFile(string name)
    {
        using var stream = typeof(GuardRules).Assembly.GetManifestResourceStream($"Exchange.Guard.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static JsonElement Parse(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8.AsMemory(utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        return document.RootElement.Clone();
    }

    // A file of one list may be the list itself, or an object around it.
    private static List<string> OnlyList(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object
        && file.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array).ToList() is [var only]
            ? Phrases(only.Value)
            : Phrases(file);

    private static List<string> Phrases(JsonElement file, string name) =>
        JsonMembers.Find(file, name) is { } list ? Phrases(list) : throw new JsonException($"There is no list {name}.");

    private static List<string> Phrases(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new JsonException("A list of phrases is missing or empty.");
        }
        return [.. list.EnumerateArray().Select(Phrase)];
    }

    // An empty phrase would be found in every text.
    private static string Phrase(JsonElement element) =>
        JsonMembers.TextOf(element) is { } phrase && !string.IsNullOrWhiteSpace(phrase)
            ? phrase.ToLowerInvariant()
            : throw new JsonException("A phrase is blank or no text.");

    private static ExchangeException Unavailable(string folder, Exception trouble) =>
        new(
            "TradeGuard.RulesUnavailable",
            ErrorKind.Storage,
            $"The guard's phrases in {folder} ({Variable}) cannot be used: {trouble.Message}",
            trouble
        )
        {
            Remedy = $"Mend {RiskFile}, {AmbiguousFile} and {ConfirmationFile} there, or unset {Variable}.",
        };
}
