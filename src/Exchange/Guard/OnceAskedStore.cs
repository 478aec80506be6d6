namespace Exchange.Guard;

/// <summary>
/// Asks a store of attempt ids once for one call and keeps the answer: a second question would find what the first has recorded.
/// Whatever goes wrong with the store refuses the call.
/// </summary>
internal sealed class OnceAskedStore(IDuplicateStore store) : IDuplicateStore
{
    private bool? _answer;

    public async Task<bool> IsDuplicateAsync(
        IReadOnlyList<string> ids,
        DateTimeOffset now,
        TimeSpan window,
        bool record,
        CancellationToken cancel
    )
    {
        try
        {
            return _answer ??= await store.IsDuplicateAsync(ids, now, window, record, cancel).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is not (ExchangeException or OperationCanceledException))
        {
            throw new ExchangeException(
                "TradeGuard.StoreUnreadable",
                ErrorKind.Storage,
                $"The store of attempt ids cannot be used, so a duplicate could not be told: {trouble.Message}",
                trouble
            )
            {
                Remedy = "Nothing was sent. Look at the latest orders and Get-ExchangeAttempt; then mend the store.",
            };
        }
    }
}
