using System.Management.Automation;
using Exchange.Okx;
using Exchange.Okx.SignIn;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Signs in to OKX with a device code: shows a page and a code, and waits until they are approved in a browser. With -Manual it
/// returns the code at once, and Get-OkxAuthStatus, run once after the person is done, completes it. Where an API key is configured
/// nobody signs in; where somebody is signed in already, nothing happens without -Force.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "OkxAccount")]
[OutputType(
    typeof(OkxAuthStatus),
    typeof(OkxDeviceCode),
    typeof(OkxSkippedSignIn),
    typeof(OkxSiteRequired),
    typeof(string)
)]
public sealed partial class ConnectOkxAccountCommand : ExchangeCmdlet
{
    private const int Tries = 3;

    /// <summary>The site that the person has chosen: global, eea, us or tr. There is no default; without it the menu is shown.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OkxSiteCompleter))]
    public string? Site { get; set; }

    /// <summary>Returns the code at once, and waits for nothing.</summary>
    [Parameter]
    public SwitchParameter Manual { get; set; }

    /// <summary>Signs in anew, although somebody is signed in or a code waits already. The old session works until the new one does.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>What to ask for; without it market:read, live:read, live:trade, demo:read and demo:trade.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OkxScopeCompleter))]
    public string[] Scope { get; set; } = [];

    /// <summary>Opens the page in this machine's browser.</summary>
    [Parameter]
    public SwitchParameter OpenBrowser { get; set; }

    /// <summary>
    /// Who signs in: the module itself (Builtin), or the vendor's own program, which is started for it (External) and keeps a session
    /// that only it can use.
    /// </summary>
    [Parameter]
    public OkxAuthProvider Provider { get; set; }

    /// <summary>The language of what is shown: zh or en; without it that of the surroundings.</summary>
    [Parameter]
    [ValidateSet("zh", "en")]
    public string? Language { get; set; }

    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    private bool IsChinese => Language is null ? Exchange.Language.IsChinese : Language == "zh";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var site = string.IsNullOrWhiteSpace(Site) ? null : OkxSites.Checked(Site);
        var scopes = Scope.Length == 0 ? OAuthServer.UsualScopes : OkxRules.Scopes(Scope);
        // okx-account.md 5.3: whatever the caller saw may be stale, so the guard looks for itself.
        if (Runtime.Okx.ProfileWithKey(Listener) is { } profile)
        {
            Skip(profile);
            return;
        }
        if (Provider == OkxAuthProvider.External)
        {
            await ConnectExternallyAsync(site, cancel);
            return;
        }
        var signIn = Runtime.Okx.SignIn(Listener);
        if (!Force && IsUnderWay(signIn, site) is { } known)
        {
            await ShowAsync(signIn, known, cancel);
            return;
        }
        if ((site ?? await ChosenAsync(cancel)) is not { } chosen)
        {
            EmitSiteRequired();
            return;
        }
        var code = await signIn.StartAsync(chosen.Id, scopes, Force, cancel);
        await ShowAsync(signIn, code, cancel);
    }

    private void Skip(string profile)
    {
        if (!Manual && !AsJson)
        {
            Inform($"API key already configured (profile: {profile}). OAuth login skipped.");
        }
        var skipped = new OkxSkippedSignIn(profile);
        Emit(skipped, skipped.ToJson());
    }

    // A session, or a code that waits: nothing new is asked for.
    private object? IsUnderWay(OkxSignIn signIn, OkxSite? site)
    {
        var status = signIn.Peek();
        if (status.Status == OkxAuthStatus.NotLoggedIn)
        {
            return null;
        }
        if (site is not null && site.Id != status.Site)
        {
            WriteWarning($"This is the sign-in of site {status.Site}; to sign in at {site.Id} instead, add -Force.");
        }
        return status.Status == OkxAuthStatus.Pending ? signIn.PendingCode() : status;
    }

    private async Task ShowAsync(OkxSignIn signIn, object known, CancellationToken cancel)
    {
        if (known is OkxAuthStatus status)
        {
            ShowSignedIn(status);
            return;
        }
        var code = WithWords((OkxDeviceCode)known);
        if (Manual)
        {
            Emit(code, code.ToJson());
            Open(code);
            return;
        }
        InformOfTheWait();
        Inform(code.Message);
        Open(code);
        var done = await signIn.WaitAsync(cancel);
        Runtime.Okx.Forget();
        Inform(OkxTemplates.BlockingOk);
        Emit(done, done.ToJson());
    }

    private void ShowSignedIn(OkxAuthStatus status)
    {
        Inform(OkxTemplates.Ok(IsChinese, status.Site, status.Scopes ?? []));
        Emit(status, status.ToJson());
    }

    private OkxDeviceCode WithWords(OkxDeviceCode code) =>
        code with
        {
            Message = OkxTemplates.Login(
                IsChinese,
                code.Site,
                code.VerificationUri.OriginalString,
                code.UserCode,
                code.ExpiresIn
            ),
        };

    private void InformOfTheWait() =>
        Inform(
            IsChinese
                ? "登录需要在浏览器中授权。正在等待;按 Ctrl+C 停止等待。"
                : "Signing in needs your approval in a browser. Waiting for it; Ctrl+C stops the wait."
        );

    private void EmitSiteRequired()
    {
        var required = new OkxSiteRequired();
        Emit(required, required.ToJson());
    }

    // okx-account.md 3.3: the menu, and an answer that was typed now. Nothing else counts, and no site is taken in its place.
    private async Task<OkxSite?> ChosenAsync(CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries && !Manual && !AsJson; tries++)
        {
            if (await AskLineAsync(OkxTemplates.Menu, cancel) is not { } reply)
            {
                return null;
            }
            if (OkxSites.FromReply(reply) is { } site)
            {
                return site;
            }
        }
        return null;
    }

    private void Open(OkxDeviceCode code)
    {
        if (!OpenBrowser)
        {
            return;
        }
        try
        {
            Runtime.OpenPage(code.GetPageWithCode());
        }
        catch (ExchangeException trouble)
        {
            WriteWarning($"{trouble.Message} {trouble.Remedy}");
        }
    }

    private void Emit(object value, string json) => WriteObject(AsJson ? json : value);
}
