namespace Exchange.BitoPro;

/// <summary>
/// Puts public trades into the order in which they happened, and leaves those out that were told before: the first frame of a
/// pair holds its last trades, so that each reconnect repeats some.
/// </summary>
internal sealed class TradeMemory
{
    private const int Kept = 200;

    private readonly Dictionary<string, Told> _pairs = new(StringComparer.Ordinal);

    /// <summary>The trades of a frame that are new, oldest first.</summary>
    public IReadOnlyList<BitoProTrade> Fresh(string pair, int connection, IReadOnlyList<BitoProTrade> trades)
    {
        if (!_pairs.TryGetValue(pair, out var told))
        {
            _pairs[pair] = told = new Told { Connection = connection };
        }
        var ordered = Chronological(trades);
        var fresh = told.Connection == connection ? ordered : WithoutTold(ordered, told.Last);
        told.Connection = connection;
        told.Last.AddRange(fresh.Select(Fact));
        told.Last.RemoveRange(0, Math.Max(0, told.Last.Count - Kept));
        return fresh;
    }

    private static IReadOnlyList<BitoProTrade> Chronological(IReadOnlyList<BitoProTrade> trades) =>
        trades.Count > 1 && trades[0].Time >= trades[^1].Time ? [.. trades.Reverse()] : trades;

    // Trades have no id. Two that are equal in everything are two all the same: each is found once.
    private static List<BitoProTrade> WithoutTold(IReadOnlyList<BitoProTrade> trades, IEnumerable<BitoProTrade> last)
    {
        var told = last.ToList();
        return [.. trades.Where(trade => !told.Remove(Fact(trade)))];
    }

    private static BitoProTrade Fact(BitoProTrade trade) => trade with { Extra = null };

    private sealed class Told
    {
        public required int Connection { get; set; }

        public List<BitoProTrade> Last { get; } = [];
    }
}
