using System.Text.Json;

namespace Exchange.Guard;

/// <summary>The step that is about to be taken (trade-guard.md 1.2).</summary>
/// <param name="SizeQuote">What it is worth in its quote currency; null when that is missing or no number.</param>
public sealed record PendingStep(decimal? SizeQuote)
{
    /// <summary>The currency of the size.</summary>
    public string QuoteCurrency { get; init; } = GuardedService.BitoPro.QuoteCurrency;

    /// <summary>The pairs of its orders; empty when they are not known.</summary>
    public IReadOnlyList<string> Pairs { get; init; } = [];

    /// <summary>A size that a step can have; null otherwise.</summary>
    internal decimal? ValidSize => SizeQuote > 0 ? SizeQuote : null;

    /// <summary>The step of a caller's JSON: size_quote, and beside the contract quote_currency and pair; null when there is none.</summary>
    public static PendingStep? Of(JsonElement? json) =>
        JsonMembers.IsGiven(json)
            ? new PendingStep(JsonMembers.Number(json, "size_quote").Value)
            {
                QuoteCurrency = JsonMembers.Find(json, "quote_currency") is { } currency
                    ? JsonMembers.TextOf(currency)?.ToUpperInvariant() ?? "?"
                    : GuardedService.BitoPro.QuoteCurrency,
                Pairs = JsonMembers.Find(json, "pair") is { } pair ? [JsonMembers.TextOf(pair) ?? "?"] : [],
            }
            : null;
}
