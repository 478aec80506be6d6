using System.Globalization;
using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Diagnosis;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>What the Codex sign-in tells of itself when the way to it is checked, with the default profile. Nothing is renewed or locked.</summary>
internal sealed class CodexDiagnosis(ExchangeRuntime runtime) : IDiagnosedService
{
    private static readonly TimeSpan UsageLimit = TimeSpan.FromSeconds(10);

    public string Name => "Codex";

    // Nothing is dated; but tokens are renewed five minutes before their end, by this machine's clock (codex-auth.md section 11).
    public TimeSpan ClockTolerance => TimeSpan.FromMinutes(5);

    public IReadOnlyList<LocalCheck> LocalChecks =>
        [
            new(ConnectionStep.Store, StoreAsync),
            new(ConnectionStep.Credentials, CredentialsAsync),
            LocalCheck.Of(ConnectionStep.Lock, Lock),
        ];

    private CodexSignIn SignIn => runtime.Codex.SignIn(authPath: null, ApiListener.Silent);

    // Two hosts: the one that tokens come from, and the one of the harmless call, which is met there.
    public (Uri Address, string Source) Endpoint()
    {
        var endpoint = SignIn.Endpoint;
        return (endpoint.SignIn, endpoint.IsRehearsal ? ServiceEndpoint.SimulatorText : ServiceEndpoint.LiveText);
    }

    // Whatever is answered there carries a date.
    public Uri ClockAddress(Uri endpoint) => endpoint;

    public async Task<CheckResult> SignedCallAsync(CancellationToken cancel)
    {
        var profile = await DefaultAsync(cancel);
        if (profile.ExpiryState is "expired")
        {
            return CheckResult.Skipped(
                Language.Choose("The access token has ended, so it is not sent.", "存取權杖已到期，因此不送出。")
            );
        }
        var host = SignIn.Endpoint.Usage.Host;
        await foreach (var usage in SignIn.GetUsageAsync(profile.Selector, UsageLimit, retries: 0, cancel))
        {
            return UsageOf(usage, host);
        }
        return CheckResult.Skipped(Language.Choose("No profile was asked about.", "沒有查詢任何設定檔。"));
    }

    private async Task<CheckResult> StoreAsync(CancellationToken cancel)
    {
        var status = await SignIn.GetStatusAsync(profile: null, cancel);
        var path = PasteableText.PathOf(status.StorePath, runtime.Environment);
        return status.StoreKind switch
        {
            CodexStoreKind.Absent => CheckResult.Failed(
                Language.Choose($"There is no {path} yet.", $"還沒有 {path}。"),
                Language.Choose("Start-CodexAuth begins a sign-in.", "Start-CodexAuth 可開始登入。")
            ),
            CodexStoreKind.SqlitePresent => CheckResult.Warning(
                Language.Choose(
                    $"The other program keeps its logins in a database here and ignores {path}.",
                    $"另一個程式在此把登入存於資料庫，不讀取 {path}。"
                ),
                Language.Choose(
                    "Use its own command: openclaw models auth login --provider openai",
                    "請用它自己的命令：openclaw models auth login --provider openai"
                )
            ),
            _ => CheckResult.Passed(
                Language.Choose(
                    $"{path}; {(await SignIn.GetProfilesAsync(null, cancel)).Count} profile(s).",
                    $"{path}；{(await SignIn.GetProfilesAsync(null, cancel)).Count} 個設定檔。"
                )
            ),
        };
    }

    private async Task<CheckResult> CredentialsAsync(CancellationToken cancel)
    {
        var profile = await DefaultAsync(cancel);
        var name = profile.ProfileId[..^profile.Selector.Length] + PasteableText.NameOf(profile.Selector);
        var until = profile.Expires?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var update = Language.Choose("Update-CodexToken renews it.", "Update-CodexToken 可更新它。");
        var signIn = Language.Choose("Sign in again with Start-CodexAuth.", "請以 Start-CodexAuth 重新登入。");
        return (profile.ExpiryState, profile.HasRefresh) switch
        {
            ("valid", true) => CheckResult.Passed(
                Language.Choose($"{name}, valid until {until}.", $"{name}，有效至 {until}。")
            ),
            ("valid" or "expiring", _) => CheckResult.Warning(
                profile.HasRefresh
                    ? Language.Choose($"{name} ends at {until}.", $"{name} 將於 {until} 到期。")
                    : Language.Choose(
                        $"{name} ends at {until} and has no refresh token.",
                        $"{name} 將於 {until} 到期，且沒有更新權杖。"
                    ),
                profile.HasRefresh ? update : signIn
            ),
            ("expired", true) => CheckResult.Warning(
                Language.Choose($"{name} ended at {until}.", $"{name} 已於 {until} 到期。"),
                update
            ),
            ("expired", false) => CheckResult.Failed(
                Language.Choose(
                    $"{name} ended at {until} and has no refresh token.",
                    $"{name} 已於 {until} 到期，且沒有更新權杖。"
                ),
                signIn
            ),
            _ => CheckResult.Failed(
                Language.Choose(
                    $"{name} does not say when it ends ({profile.ExpiryState}).",
                    $"{name} 沒有說明到期時間（{profile.ExpiryState}）。"
                ),
                profile.HasRefresh ? update : signIn
            ),
        };
    }

    private CheckResult Lock()
    {
        var found = SignIn.InspectLock();
        var form = found.Form switch
        {
            CodexLockForm.File => Language.Choose("a file that names its holder", "載明持有者的檔案"),
            CodexLockForm.ProcessId => Language.Choose("a file with a bare process id", "只有行程編號的檔案"),
            CodexLockForm.Folder => Language.Choose("a folder, as earlier versions make it", "舊版使用的資料夾"),
            _ => Language.Choose("a file that says nothing", "沒有內容的檔案"),
        };
        if (found.Form == CodexLockForm.None)
        {
            return CheckResult.Passed(
                Language.Choose(
                    "Nobody holds it. Writes here make a file beside the store, as the other program does.",
                    "無人持有。寫入時會在登入檔案旁建立鎖檔，與另一個程式相同。"
                )
            );
        }
        var holder = found.ProcessId is { } id ? Language.Choose($", process {id}", $"，行程 {id}") : "";
        return found.IsStale
            ? CheckResult.Passed(
                Language.Choose(
                    $"Left behind: {form}{holder}. The next write takes it away.",
                    $"遺留的鎖：{form}{holder}。下次寫入時會移除。"
                )
            )
            : CheckResult.Warning(
                Language.Choose($"Held now: {form}{holder}.", $"目前有人持有：{form}{holder}。"),
                Language.Choose(
                    "Another program writes; that takes seconds. If it stays, see what that process does.",
                    "另一個程式正在寫入，只需數秒。若一直如此，請查看該行程。"
                )
            );
    }

    // The service may refuse a login that is good elsewhere (codex-auth.md section 12): that is no failure.
    private static CheckResult UsageOf(CodexUsage usage, string host) =>
        usage.RemoteError switch
        {
            null => CheckResult.Passed(
                Language.Choose($"The usage query to {host} was answered.", $"對 {host} 的用量查詢已得到回應。")
            ),
            "auth_not_accepted_by_usage_endpoint" or "forbidden_by_usage_endpoint" or "rate_limited" =>
                CheckResult.Warning(
                    $"{host}: {usage.RemoteError}",
                    Language.Choose(
                        "The usage query may refuse a login that is good elsewhere; if Codex refuses it too, sign in again.",
                        "用量查詢可能拒絕在別處有效的登入；若 Codex 也拒絕，請重新登入。"
                    )
                ),
            var error => CheckResult.Failed(
                $"{host}: {error}",
                Language.Choose(
                    "Try again; look for a proxy or firewall on the way to that host.",
                    "請再試一次；並檢查通往該主機的代理伺服器或防火牆。"
                )
            ),
        };

    private async Task<CodexProfile> DefaultAsync(CancellationToken cancel)
    {
        var profiles = await SignIn.GetProfilesAsync(profile: null, cancel);
        return profiles.FirstOrDefault(one => one.IsDefault)
            ?? (profiles.Count > 0 ? profiles[0] : null)
            ?? throw new ExchangeException(
                "CodexAuth.no_matching_codex_profiles",
                ErrorKind.NotFound,
                Language.Choose("The store has no Codex profile.", "登入檔案中沒有 Codex 設定檔。")
            )
            {
                Remedy = Language.Choose("Start-CodexAuth begins a sign-in.", "Start-CodexAuth 可開始登入。"),
            };
    }
}
