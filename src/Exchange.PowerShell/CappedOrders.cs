using Exchange.BitoPro;
using Exchange.Desk;

namespace Exchange.PowerShell;

/// <summary>
/// How a draft above the cap is confirmed (bitopro.md section 7): by its exact value in TWD, given with the command or typed
/// at a terminal. Yes is not enough, and <c>-Confirm:$false</c> does not take its place.
/// </summary>
internal sealed class CappedOrders(ShownDrafts shown, string? given)
{
    /// <summary>Asks for a line of text; null when nobody is there.</summary>
    public required Func<string, CancellationToken, Task<string?>> AskLine { get; init; }

    /// <summary>True when the exact value was given or typed; false when the draft is within the cap, so that the usual
    /// confirmation applies.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.ConfirmationRequired</c>: nothing is sent, and the draft counts as shown.</exception>
    public async Task<bool> IsEchoedAsync(ICappedDraft draft, CancellationToken cancel)
    {
        if (!draft.ExceedsCap)
        {
            return false;
        }
        var value = draft.EstimatedTwd!.Value;
        if (given is not null)
        {
            return await FitsAsync(draft, value, cancel) ? true : throw await RefusedAsync(draft, value, cancel);
        }
        var typed = await AskLine(Question(draft, value), cancel);
        return ExactDecimal.TryParse(typed?.Trim(), out var echoed) && echoed == value
            ? true
            : throw await RefusedAsync(draft, value, cancel);
    }

    /// <summary>A draft above the cap counts as shown.</summary>
    public Task RememberAsync(ICappedDraft draft, CancellationToken cancel) =>
        draft is { ExceedsCap: true, EstimatedTwd: { } value }
            ? shown.RememberAsync(draft.Identity, value, cancel)
            : Task.CompletedTask;

    // A value that moves with the market must be one that was shown; any other must be the value.
    private async Task<bool> FitsAsync(ICappedDraft draft, decimal value, CancellationToken cancel) =>
        ExactDecimal.TryParse(given, out var echoed)
        && (draft.ValueNeedsMarket ? await shown.WasShownAsync(draft.Identity, echoed, cancel) : echoed == value);

    private async Task<ExchangeException> RefusedAsync(ICappedDraft draft, decimal value, CancellationToken cancel)
    {
        await RememberAsync(draft, cancel);
        var text = ExactDecimal.Format(value);
        return new ExchangeException(
            "BitoPro.ConfirmationRequired",
            ErrorKind.ConfirmationRequired,
            $"Nothing was sent: the value of {text} TWD is above the cap of {ExactDecimal.Format(draft.CapTwd!.Value)} TWD "
                + $"({OrderCap.Variable}), and only the exact value confirms it."
                + Environment.NewLine
                + DraftText.Of(draft)
        )
        {
            Target = draft,
            Remedy = draft.ValueNeedsMarket
                ? $"Look at the draft, then repeat with -ConfirmQuoteAmount {text} within 60 seconds."
                : $"Look at the draft, then repeat with -ConfirmQuoteAmount {text}.",
        };
    }

    private static string Question(ICappedDraft draft, decimal value) =>
        DraftText.Of(draft)
        + Environment.NewLine
        + Language.Choose(
            $"This is above the cap. Type the value in TWD, {ExactDecimal.Format(value)}, to send it; anything else does not:",
            $"此筆超過上限。輸入台幣金額 {ExactDecimal.Format(value)} 才會送出，其他輸入一律不送："
        );
}
