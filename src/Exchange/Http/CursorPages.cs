using System.Runtime.CompilerServices;

namespace Exchange.Http;

/// <summary>Walks a list whose pages begin with the item that the cursor names: that item is given out once.</summary>
internal static class CursorPages
{
    /// <summary>Gives items as their page is decoded; the next page is not asked for before the last item was taken.</summary>
    /// <param name="fetch">A page from a cursor, or the first page for null.</param>
    /// <param name="cursorOf">What the next page is asked with.</param>
    /// <param name="keyOf">What makes an item itself; several items may share a cursor.</param>
    /// <param name="pageSize">The most items that a page holds; a shorter page is the last.</param>
    /// <param name="cancel">Ends the walk.</param>
    public static async IAsyncEnumerable<T> WalkAsync<T>(
        Func<string?, Task<IReadOnlyList<T>>> fetch,
        Func<T, string> cursorOf,
        Func<T, string> keyOf,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        string? cursor = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = await fetch(cursor).ConfigureAwait(false);
            var last = seen;
            seen = new HashSet<string>(page.Count, StringComparer.Ordinal);
            var given = 0;
            foreach (var item in page)
            {
                if (seen.Add(keyOf(item)) && !last.Contains(keyOf(item)))
                {
                    given++;
                    yield return item;
                }
            }
            if (given == 0 || page.Count < pageSize)
            {
                yield break;
            }
            cursor = cursorOf(page[^1]);
        }
    }
}
