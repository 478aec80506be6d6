using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Exchange.Codex.Pending;

/// <summary>What becomes of a pending sign-in when its callback is refused.</summary>
internal enum PendingFate
{
    Kept,
    Counted,
    Removed,
}

/// <summary>A callback that was judged: its code, or why not, and what becomes of the pending sign-in.</summary>
internal sealed record Judged(string? Code, ExchangeException? Refusal, PendingFate Fate)
{
    public static Judged Refused(ExchangeException refusal, PendingFate fate) => new(null, refusal, fate);
}

/// <summary>The order of judgement of codex-auth.md 5.2, rows 2 to 8.</summary>
internal static partial class CallbackJudgement
{
    private const int LongestCode = 2048;
    private const string Entitlement = "missing_codex_entitlement";

    public static Judged Judge(PendingSignIn pending, string pasted, DateTimeOffset now)
    {
        var id = pending.ProfileId;
        if (pending.IsExpired(now))
        {
            return Refuse(
                "pending_expired",
                "By this machine's clock the sign-in was begun more than 15 minutes ago.",
                PendingFate.Removed
            );
        }
        CallbackUrl url;
        try
        {
            url = CallbackUrl.Parse(pasted);
        }
        catch (ExchangeException bad)
        {
            return Refuse(CodexError.ShortId(bad), bad.Message, PendingFate.Kept, bad.Remedy);
        }
        return Judge(pending, url);

        Judged Refuse(string error, string message, PendingFate fate, string? remedy = null) =>
            Judged.Refused(CodexError.Of(error, message, remedy ?? StartAnew(id), id), fate);
    }

    /// <summary>Rows 4 to 8, for an address that was read.</summary>
    public static Judged Judge(PendingSignIn pending, CallbackUrl url)
    {
        var id = pending.ProfileId;
        if (url.State is not { Length: > 0 })
        {
            return url.Error is not null && url.State is null
                ? Refuse("authorization_failed", $"The sign-in failed{Named(url.Error)}.", PendingFate.Kept)
                : Refuse("missing_state", "The address has no state.", PendingFate.Counted, CopyAgain);
        }
        if (!IsState(url.State, pending.State))
        {
            return Refuse(
                "state_mismatch",
                "The address belongs to another sign-in than the one that was begun last for this profile.",
                PendingFate.Counted,
                "Use the address of the newest sign-in page, or begin anew with Start-CodexAuth."
            );
        }
        if (url.Error is { } error)
        {
            return error == "access_denied"
                ? Refuse("access_denied", "The sign-in was declined.", PendingFate.Removed, DeniedRemedy(url, id))
                : Refuse("authorization_failed", $"The sign-in failed{Named(error)}.", PendingFate.Removed);
        }
        if (url.Code is not { Length: > 0 } code)
        {
            return Refuse(
                "missing_code",
                url.HadCodeInFragment
                    ? "The address has its code behind a #, where it does not count."
                    : "The address has no code.",
                PendingFate.Kept,
                CopyAgain
            );
        }
        return code.Length > LongestCode || code.Any(c => c is < '\x21' or > '\x7E')
            ? Refuse("invalid_code", "The code in the address is not one.", PendingFate.Kept, CopyAgain)
            : new Judged(code, null, PendingFate.Kept);

        Judged Refuse(string errorId, string message, PendingFate fate, string? remedy = null) =>
            Judged.Refused(CodexError.Of(errorId, message, remedy ?? StartAnew(id), id), fate);
    }

    /// <summary>Compares without telling by its time how far both agree.</summary>
    public static bool IsState(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>An error code of the service when it is plainly one, else nothing.</summary>
    public static string? PlainCode(string? code) => code is not null && ErrorCode().IsMatch(code) ? code : null;

    private const string CopyAgain =
        "Copy the whole address from the browser after the sign-in, even if its page cannot be opened.";

    private static string StartAnew(string profileId) =>
        $"Begin anew: Start-CodexAuth -Profile {CodexSelector.Of(profileId)}";

    private static string Named(string error) => PlainCode(error) is { } code ? $" ({code})" : "";

    private static string DeniedRemedy(CallbackUrl url, string id) =>
        url.ErrorDescription?.Contains(Entitlement, StringComparison.OrdinalIgnoreCase) == true
            ? "The administrator of the workspace must enable Codex first."
            : StartAnew(id);

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,64}\z", RegexOptions.None, 1000)]
    private static partial Regex ErrorCode();
}
