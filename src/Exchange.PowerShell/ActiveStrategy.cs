using Exchange.BitoPro;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>
/// The banner of an active strategy (trade-guard.md 9.1): from the session that was handed in, and from open orders of ours. It asks
/// the service only for the sake of a session, and what goes wrong with that is no reason to say nothing else.
/// </summary>
internal sealed class ActiveStrategy(BitoProClient client, TimeProvider clock, Action<string> tell)
{
    private bool _isShown;

    /// <summary>The banner, or the question about a session that has done its steps; null when there is nothing to say, and after the
    /// first time.</summary>
    /// <param name="session">The session that was handed in; null when there is none.</param>
    /// <param name="open">Open orders that are known already; null when they are not.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<string?> TextAsync(
        TradeSession? session,
        IReadOnlyList<BitoProOrder>? open,
        CancellationToken cancel
    )
    {
        if (_isShown || (session is null && open is null))
        {
            return null;
        }
        _isShown = true;
        open ??= SessionStatus.IsActive(session!.Status) ? await OpenAsync(cancel) : null;
        return StrategyBanner.Text(session, await OursAsync(open, cancel), clock.GetUtcNow());
    }

    private async Task<IReadOnlyList<BitoProOrder>?> OpenAsync(CancellationToken cancel)
    {
        try
        {
            return await client.GetOpenOrdersAsync(null, cancel);
        }
        catch (ExchangeException trouble)
        {
            tell($"The open orders could not be read for the banner: {trouble.Message}");
            return null;
        }
    }

    // Orders without any client number say nothing about whose they are.
    private async Task<IReadOnlyList<OpenSkillOrder>?> OursAsync(
        IReadOnlyList<BitoProOrder>? open,
        CancellationToken cancel
    )
    {
        if (open is null || (open.Count > 0 && open.All(order => order.ClientId is null)))
        {
            return null;
        }
        var ours = open.Where(order => order.IsSkillOrder).ToList();
        return [.. (await client.RemainingTwdAsync(ours, cancel)).Select(value => new OpenSkillOrder(value))];
    }
}
