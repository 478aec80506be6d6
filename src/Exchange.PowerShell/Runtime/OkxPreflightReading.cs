using Exchange.Http;
using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>The two readings of the pre-flight checks, both at once and made anew each time (okx-account.md section 3).</summary>
internal static class OkxPreflightReading
{
    public static async Task<OkxPreflightResult> PreflightAsync(
        this OkxAccess okx,
        string? reply,
        bool isChinese,
        ApiListener listener,
        CancellationToken cancel
    )
    {
        var status = StatusAsync(okx, listener, cancel);
        try
        {
            var config = await Task.Run(() => okx.Config(listener).Read(), cancel);
            return OkxPreflight.Decide(config, await status, reply, isChinese);
        }
        catch (ExchangeException trouble) when (trouble.ErrorId == "Okx.ConfigError")
        {
            await status;
            return OkxPreflight.Failed(trouble);
        }
    }

    // okx-account.md 3.1: a state that cannot be read counts as no session, with a warning.
    private static async Task<OkxAuthSnapshot> StatusAsync(
        OkxAccess okx,
        ApiListener listener,
        CancellationToken cancel
    )
    {
        try
        {
            return OkxAccess.SnapshotOf(await okx.SignIn(listener).StatusAsync(cancel));
        }
        catch (ExchangeException trouble)
        {
            listener.Warn($"The sign-in status cannot be read: {trouble.Message}");
            return OkxAuthSnapshot.Unavailable;
        }
    }
}
