namespace Exchange.Faults.Orders;

/// <summary>The attempt id of a number: whoever comes back after a kill finds by it what was done.</summary>
internal static class PlaceId
{
    public static string Of(string service, int number) =>
        FormattableString.Invariant($"{service.Replace(' ', '-')}-{number}");
}
