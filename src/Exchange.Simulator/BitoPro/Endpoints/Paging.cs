using System.Globalization;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>Limits and inclusive cursors of T9, T18, T19 and T20.</summary>
internal static class Paging
{
    /// <exception cref="Refusal">400 when outside 1 to <paramref name="most"/>.</exception>
    public static int Limit(QueryValues query, int usual, int most)
    {
        var limit = query.Integer("limit") ?? usual;
        return limit >= 1 && limit <= most ? (int)limit : throw new Refusal(400, $"Invalid limit: {limit}");
    }

    /// <summary>The number of the row from which a page starts, itself included; the largest number when absent.</summary>
    /// <exception cref="Refusal">400 when it is not an id.</exception>
    public static long Cursor(QueryValues query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return long.MaxValue;
        }
        return Number(text) ?? throw Refusal.WrongParameter(name);
    }

    /// <summary>The number inside an id, with or without the prefix of stop orders.</summary>
    public static long? Number(string id)
    {
        var digits = id.StartsWith("SL-", StringComparison.Ordinal) ? id.AsSpan(3) : id;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The index behind the last row whose number is not above the cursor, in ascending rows.</summary>
    public static int EndOf<T>(List<T> ascending, long cursor, Func<T, long> number)
    {
        var (low, high) = (0, ascending.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = number(ascending[middle]) <= cursor ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
