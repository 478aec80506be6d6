namespace Exchange.BitoPro;

/// <content>What drafts are worth in TWD, for a limit that is not the cap: that of a session.</content>
public sealed partial class BitoProClient
{
    /// <summary>The draft with its value by the table of bitopro.md section 7; without one where a market price cannot be had.</summary>
    public async Task<BitoProOrderDraft> ValueAsync(BitoProOrderDraft draft, CancellationToken cancel) =>
        draft with
        {
            Value = await new OrderValuation(this).ValueAsync(draft, cancel).ConfigureAwait(false),
        };

    /// <summary>The same for every order of a batch; each market price is asked for once.</summary>
    public async Task<BitoProBatchDraft> ValueAsync(BitoProBatchDraft draft, CancellationToken cancel)
    {
        var valuation = new OrderValuation(this);
        var valued = new List<BitoProOrderDraft>();
        foreach (var order in draft.Orders)
        {
            valued.Add(order with { Value = await valuation.ValueAsync(order, cancel).ConfigureAwait(false) });
        }
        return draft with { Orders = valued };
    }

    /// <summary>What is not filled of each order, at its own price, in TWD; null where a price is not known.</summary>
    public async Task<IReadOnlyList<decimal?>> RemainingTwdAsync(
        IReadOnlyList<BitoProOrder> orders,
        CancellationToken cancel
    )
    {
        var valuation = new OrderValuation(this);
        var values = new List<decimal?>();
        foreach (var order in orders)
        {
            values.Add(await valuation.RemainingAsync(order, cancel).ConfigureAwait(false));
        }
        return values;
    }
}
