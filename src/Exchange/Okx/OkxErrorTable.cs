namespace Exchange.Okx;

/// <summary>The types of okx-account.md section 9 that an answer can have.</summary>
internal enum OkxErrorType
{
    AuthenticationError,
    RateLimitError,
    ValidationError,
    OkxApiError,
    NetworkError,
}

/// <summary>What a remedy depends on, and who has to choose.</summary>
internal enum OkxChoice
{
    /// <summary>The row's own words are all.</summary>
    None,

    /// <summary>The two options for a key that does not work, neither of them recommended (okx-account.md 3.2).</summary>
    TwoWays,

    /// <summary>The site that is in use may be another than that of the registration (okx-account.md 9.2, 51155).</summary>
    Region,
}

/// <summary>One row of okx-account.md 9.2.</summary>
/// <param name="Code">The service's code.</param>
/// <param name="Meaning">In a few words, for an answer that says nothing itself.</param>
/// <param name="Type">Its type.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Choice">What is added to the remedy.</param>
internal sealed record OkxErrorRow(
    string Code,
    string Meaning,
    OkxErrorType Type,
    string? Remedy,
    OkxChoice Choice = OkxChoice.None
)
{
    /// <summary>True when a write that was answered so may still have taken effect.</summary>
    public bool LeavesDoubt { get; init; }

    /// <summary>True for a session's token that is to be renewed once (okx-account.md 5.7).</summary>
    public bool RenewsToken { get; init; }

    /// <summary>True when the service's clock is to be read (okx-account.md section 8).</summary>
    public bool TellsOfClocks { get; init; }
}

/// <summary>okx-account.md 9.2, in its order.</summary>
internal static class OkxErrorTable
{
    private const OkxErrorType Authentication = OkxErrorType.AuthenticationError;
    private const OkxErrorType RateLimit = OkxErrorType.RateLimitError;
    private const OkxErrorType Validation = OkxErrorType.ValidationError;
    private const OkxErrorType Api = OkxErrorType.OkxApiError;

    private const string Idle = "A key with trading rights and without a bound IP address lapses after 14 idle days.";

    public static IReadOnlyList<OkxErrorRow> Rows { get; } =
    [
        new("50000", "The body is empty.", Validation, "Send at least {}."),
        new("50001", "The service is unavailable.", Api, "Wait some minutes, then repeat."),
        new("50002", "The body is not JSON.", Validation, "Mend the body."),
        new("50004", "The endpoint took too long.", Api, "Look at the order's state before you repeat.")
        {
            LeavesDoubt = true,
        },
        new("50006", "The content type is wrong.", Validation, "Send application/json."),
        new("50007", "The account is suspended.", Api, "Contact OKX; repeating does not help."),
        new("50009", "The account is blocked by risk control.", Api, "Contact OKX; repeating does not help."),
        new("50011", "Too many requests.", RateLimit, "Wait a while, then repeat more slowly."),
        new("50013", "The system is busy.", Api, "Repeat in a second or two."),
        new("50026", "System error.", Api, "Wait some minutes, then repeat.") { LeavesDoubt = true },
        new(
            "50035",
            "The key must be bound to an IP address.",
            Authentication,
            "Bind this machine's address to the key."
        ),
        new("50038", "Not available in simulated trading.", Api, "Repeat with -Live."),
        new("50053", "Available in simulated trading only.", Api, "Repeat with -Demo."),
        new("50051", "Not allowed by compliance rules.", Api, "Repeating does not help."),
        new("50052", "Not allowed by compliance rules.", Api, "Repeating does not help."),
        new("50061", "Too many requests.", RateLimit, "Slow down; the limit is that of the sub-account."),
        new("50100", "The API is frozen.", Authentication, "Contact OKX."),
        new(
            "50101",
            "The key does not fit the environment.",
            Authentication,
            "A demo key needs -Demo, a live key -Live. If that is right:",
            OkxChoice.TwoWays
        ),
        new("50102", "The timestamp has expired.", Authentication, "Set this machine's clock, then repeat.")
        {
            TellsOfClocks = true,
        },
        new("50103", "The key's header is empty.", Authentication, "Complete the profile.", OkxChoice.TwoWays),
        new("50104", "The passphrase's header is empty.", Authentication, "Complete the profile.", OkxChoice.TwoWays),
        new("50106", "The signature's header is empty.", Authentication, "Complete the profile.", OkxChoice.TwoWays),
        new("50107", "The timestamp's header is empty.", Authentication, "Complete the profile.", OkxChoice.TwoWays),
        new("50105", "The passphrase is wrong.", Authentication, null, OkxChoice.TwoWays),
        new("50108", "The exchange id is wrong.", Authentication, "Check the site."),
        new("50109", "The domain is wrong.", Authentication, "Check the site."),
        new("50110", "This IP address is not allowed.", Authentication, "Allow this machine's address for the key."),
        new("50111", "Invalid key.", Authentication, Idle, OkxChoice.TwoWays),
        new("50112", "The timestamp header is invalid.", Authentication, "Set this machine's clock, then repeat.")
        {
            TellsOfClocks = true,
        },
        new("50113", "Invalid signature.", Authentication, "Check the secret key too.", OkxChoice.TwoWays),
        new("50114", "Invalid authorisation.", Authentication, null, OkxChoice.TwoWays) { RenewsToken = true },
        new("50115", "The method is not allowed.", Validation, "Mend the call."),
        new(
            "50119",
            "The key does not exist.",
            Authentication,
            "Check the site, and demo or live, first: a key is of one site and of one of the two. " + Idle,
            OkxChoice.TwoWays
        ),
        new("50120", "The key lacks a permission.", Authentication, "Change the key's rights."),
        new("50121", "This IP address is not allowed.", Authentication, "Change the key's addresses."),
        new("51008", "Too little balance.", Api, "Move funds from the funding account to the trading account."),
        new("51119", "Too little balance.", Api, "Move funds from the funding account to the trading account."),
        new("51127", "Too little balance.", Api, "Move funds from the funding account to the trading account."),
        new("51009", "The account mode does not allow this.", Api, "Change the account's settings."),
        new("51021", "There is no such instrument.", Api, "Check instId."),
        new("51022", "The instrument is not traded now.", Api, "Check instId."),
        new("51027", "The instrument has expired.", Api, "Check instId."),
        new("51155", "Not available in your region.", Api, null, OkxChoice.Region),
        new("51734", "Not supported for your country.", Api, null, OkxChoice.Region),
    ];

    private static readonly Dictionary<string, OkxErrorRow> ByCode = Rows.ToDictionary(
        row => row.Code,
        StringComparer.Ordinal
    );

    /// <summary>The row of a code; a row of its own for a code that the contract does not name.</summary>
    public static OkxErrorRow For(string code) =>
        ByCode.GetValueOrDefault(code) ?? new OkxErrorRow(code, "OKX API request failed.", Api, null);
}
