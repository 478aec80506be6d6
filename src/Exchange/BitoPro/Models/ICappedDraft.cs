using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>A draft to which the cap of a single order applies (bitopro.md section 7).</summary>
public interface ICappedDraft : IDraft
{
    /// <summary>Value in TWD; null when it is not known.</summary>
    decimal? EstimatedTwd { get; }

    /// <summary>Value in TWD as it counts for a limit, with the market's price wherever that counts; null when it was not reckoned
    /// or could not be.</summary>
    decimal? ReckonedTwd { get; }

    /// <summary>True when a market price went into the value.</summary>
    bool ValueNeedsMarket { get; }

    /// <summary>The cap in force, in TWD; null when there is none.</summary>
    decimal? CapTwd { get; }

    /// <summary>True when the value is above the cap: then only the exact value, repeated, confirms it.</summary>
    bool ExceedsCap => CapTwd is { } cap && EstimatedTwd > cap;

    /// <summary>Everything that will be sent, in one text: two drafts with the same text are the same.</summary>
    string Identity { get; }

    /// <summary>The two numbers side by side, where there is a cap.</summary>
    internal static IEnumerable<DraftLine> CapLines(ICappedDraft draft)
    {
        if (draft is { CapTwd: { } cap, EstimatedTwd: { } value })
        {
            var compared =
                value > cap
                    ? Language.Choose("ABOVE the cap", "超過上限")
                    : Language.Choose("within the cap", "未超過上限");
            yield return new(
                Language.Choose("Single-order cap", "單筆上限"),
                $"{ExactDecimal.Format(cap)} TWD; {Language.Choose("value", "價值")} {ExactDecimal.Format(value)} TWD: {compared}"
            );
        }
    }
}
