namespace Exchange.Okx;

/// <summary>What comes next on the way to an account (okx-account.md 3.1).</summary>
public enum OkxPreflightAction
{
    /// <summary>The configuration cannot be read; no sign-in.</summary>
    Error,

    /// <summary>Show the menu and wait for the person's choice.</summary>
    AskSite,

    /// <summary>A profile holds an API key: go on; nothing to sign in to.</summary>
    ApiKeyConfigured,

    /// <summary>Signed in: go on.</summary>
    LoggedIn,

    /// <summary>A code waits for the person: wait, start no other sign-in, do not poll.</summary>
    PendingWait,

    /// <summary>Sign in, at the site that the person chooses in this very interaction.</summary>
    Login,
}

/// <summary>The decision table of the three checks, tried from the top (okx-account.md 3.1).</summary>
internal static class OkxPreflightTable
{
    private const OkxAuthState Unavailable = OkxAuthState.Unavailable;
    private const OkxAuthState NotLoggedIn = OkxAuthState.NotLoggedIn;
    private const OkxAuthState Pending = OkxAuthState.Pending;
    private const OkxAuthState LoggedIn = OkxAuthState.LoggedIn;

    /// <summary>
    /// A row. Site: some profile names one (or the menu was answered). Key: some profile holds one. States: of the status. Status
    /// site: it is not empty. Null, and no state, is any.
    /// </summary>
    internal sealed record Row(
        bool IsReadable,
        bool? Site,
        bool? Key,
        OkxAuthState[] States,
        bool? StatusSite,
        OkxPreflightAction Action,
        string Step
    );

    public static readonly IReadOnlyList<Row> Rows =
    [
        //  readable site   key    status                      status.site
        new(false, null, null, [], null, OkxPreflightAction.Error, "0.1"),
        new(true, false, null, [NotLoggedIn], null, OkxPreflightAction.AskSite, "0.1"),
        new(true, false, null, [Unavailable], null, OkxPreflightAction.AskSite, "0.1"),
        new(true, false, null, [LoggedIn, Pending], false, OkxPreflightAction.AskSite, "0.1"),
        new(true, false, false, [LoggedIn], true, OkxPreflightAction.LoggedIn, "0.3"),
        new(true, false, false, [Pending], true, OkxPreflightAction.PendingWait, "0.3"),
        new(true, false, true, [LoggedIn, Pending], true, OkxPreflightAction.ApiKeyConfigured, "0.2"),
        new(true, true, true, [], null, OkxPreflightAction.ApiKeyConfigured, "0.2"),
        new(true, true, false, [LoggedIn], null, OkxPreflightAction.LoggedIn, "0.3"),
        new(true, true, false, [Pending], null, OkxPreflightAction.PendingWait, "0.3"),
        new(true, true, false, [NotLoggedIn, Unavailable], null, OkxPreflightAction.Login, "0.3"),
    ];

    /// <summary>The first row that fits.</summary>
    public static Row Decide(bool isReadable, bool site, bool key, OkxAuthState state, bool statusSite) =>
        Rows.First(row =>
            row.IsReadable == isReadable
            && Fits(row.Site, site)
            && Fits(row.Key, key)
            && (row.States.Length == 0 || row.States.Contains(state))
            && Fits(row.StatusSite, statusSite)
        );

    private static bool Fits(bool? wanted, bool given) => wanted is null || wanted == given;
}
