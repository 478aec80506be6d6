namespace Exchange.BitoPro;

/// <summary>Lets through what is new or has changed: a frame repeats whatever else belongs to its group, and a reconnect repeats all.</summary>
/// <param name="keyOf">What makes an item itself.</param>
/// <param name="comparable">The item as it is compared.</param>
internal sealed class ChangedOnly<T>(Func<T, string> keyOf, Func<T, T> comparable)
    where T : class, IEquatable<T>
{
    private readonly Dictionary<string, Dictionary<string, T>> _groups = new(StringComparer.Ordinal);

    /// <summary>The news of a group; what is not in <paramref name="items"/> any more is forgotten.</summary>
    public IEnumerable<T> Of(string group, IReadOnlyList<T> items)
    {
        var before = _groups.GetValueOrDefault(group);
        var now = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        var news = new List<T>();
        foreach (var item in items)
        {
            var seen = comparable(item);
            if (!seen.Equals(before?.GetValueOrDefault(keyOf(item))))
            {
                news.Add(item);
            }
            now[keyOf(item)] = seen;
        }
        _groups[group] = now;
        return news;
    }
}
