using Exchange.Desk;

namespace Exchange.Tests.Support;

/// <summary>Attempts as the tests write them.</summary>
internal static class Attempts
{
    public static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
    public static readonly Uri Address = new("http://127.0.0.1:1/v3");

    public static AttemptIntent Intent(string id, DateTimeOffset? at = null) =>
        new(
            id,
            at ?? Start,
            "Test",
            "PlaceOrder",
            "abc12...6789",
            Address,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["pair"] = "btc_twd", ["amount"] = "0.5" }
        );

    public static AttemptOutcome Accepted(string id, string reference) =>
        new(id, Start.AddSeconds(1), AttemptState.Accepted, reference, null);
}
