using System.Management.Automation;
using System.Security;
using Exchange.Okx;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Asks for site, mode, name and API key, one after the other, writes them as a profile and makes it the default one. What is given as a
/// parameter is not asked for. For API keys only; to sign in without one, use Connect-OkxAccount. Where nobody can be asked it ends with
/// an error that names what is missing.
/// </summary>
[Cmdlet(VerbsData.Initialize, "OkxConfig", SupportsShouldProcess = true)]
[OutputType(typeof(OkxProfileInfo))]
public sealed class InitializeOkxConfigCommand : ExchangeCmdlet
{
    private const int Tries = 3;

    /// <summary>The site that the key is of: global, eea, us or tr.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OkxSiteCompleter))]
    public string? Site { get; set; }

    /// <summary>For simulated trading.</summary>
    [Parameter]
    public SwitchParameter Demo { get; set; }

    /// <summary>For live trading.</summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>The profile's name; case matters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The API key.</summary>
    [Parameter]
    public SecureString? ApiKey { get; set; }

    /// <summary>The secret key that came with it.</summary>
    [Parameter]
    public SecureString? SecretKey { get; set; }

    /// <summary>The passphrase that was chosen for it.</summary>
    [Parameter]
    public SecureString? Passphrase { get; set; }

    /// <summary>Replaces the keys of a profile that has this name already, without a question.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Opens the page for API keys in this machine's browser.</summary>
    [Parameter]
    public SwitchParameter OpenBrowser { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        OkxCallerChoices.RefuseBoth(Demo, Live);
        var file = Runtime.Okx.Config(Listener);
        // A file that cannot be read is told before anybody types a secret.
        var before = file.Read();
        var site = Site is null ? await AskSiteAsync(cancel) : OkxSites.Checked(Site);
        var isDemo = Demo || (!Live && await AskModeAsync(cancel));
        ShowKeyPage(site.KeyPageFor(isDemo));
        var name = OkxNewProfile.CheckedName(Name ?? await AskNameAsync(isDemo ? "okx-demo" : "okx-prod", cancel));
        var mayReplace = Force || before.Find(name) is null || await AskReplaceAsync(name, cancel);
        if (!mayReplace)
        {
            Inform("Cancelled.");
            return;
        }
        var profile = OkxNewProfile.From(
            name,
            site,
            isDemo,
            await KeyAsync(cancel),
            await SecretAsync(SecretKey, "Secret Key", nameof(SecretKey), cancel),
            await SecretAsync(Passphrase, "Passphrase", nameof(Passphrase), cancel)
        );
        if (await ConfirmAsync(OkxConfigDraft.Put(file, profile), cancel))
        {
            await WriteAsync(file, profile, Force || before.Find(name) is not null, cancel);
        }
    }

    private async Task WriteAsync(OkxConfigFile file, OkxNewProfile profile, bool mayReplace, CancellationToken cancel)
    {
        var config = await OkxConfigEdits.PutAsync(file, profile, mayReplace, cancel);
        Inform(
            Language.Choose(
                $"Written to {file.Path}. Default profile: {profile.Name}",
                $"已写入 {file.Path}。默认配置:{profile.Name}"
            )
        );
        Inform((await Runtime.Okx.PreflightAsync(null, Language.IsChinese, Listener, cancel)).Message);
        WriteObject(OkxConfigInfo.Of(config).Find(profile.Name));
    }

    private async Task<OkxSite> AskSiteAsync(CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (OkxSites.FromReply(await AskAsync(OkxTemplates.Menu, nameof(Site), cancel)) is { } site)
            {
                return site;
            }
        }
        throw NotChosen(Language.Choose("No site was chosen.", "未选择站点。"));
    }

    private async Task<bool> AskModeAsync(CancellationToken cancel)
    {
        var question = Language.Choose("Demo (simulated) trading? [Y/n]", "模拟盘交易?[Y/n]");
        for (var tries = 0; tries < Tries; tries++)
        {
            switch ((await AskAsync(question, nameof(Demo), cancel)).ToLowerInvariant())
            {
                case "" or "y":
                    return true;
                case "n":
                    return false;
            }
        }
        throw NotChosen(Language.Choose("Demo or live was not chosen.", "未选择模拟盘或实盘。"));
    }

    private void ShowKeyPage(Uri page)
    {
        Inform(Language.Choose($"Make or find your API key at {page}", $"在此创建或查看 API key:{page}"));
        if (OpenBrowser)
        {
            OpenOrWarn(page);
        }
    }

    private void OpenOrWarn(Uri page)
    {
        try
        {
            Runtime.OpenPage(page);
        }
        catch (ExchangeException trouble)
        {
            WriteWarning($"{trouble.Message} {trouble.Remedy}");
        }
    }

    private async Task<string> AskNameAsync(string usual, CancellationToken cancel)
    {
        var question = Language.Choose($"Profile name [{usual}]", $"配置名称 [{usual}]");
        return await AskAsync(question, nameof(Name), cancel) is { Length: > 0 } name ? name : usual;
    }

    private async Task<bool> AskReplaceAsync(string name, CancellationToken cancel)
    {
        var question = Language.Choose(
            $"Profile \"{name}\" already exists. Overwrite its keys? [y/N]",
            $"配置 \"{name}\" 已存在,是否覆盖?[y/N]"
        );
        return (await AskAsync(question, nameof(Force), cancel)).Equals("y", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Secret> KeyAsync(CancellationToken cancel) =>
        OkxNewProfile.Present(
            ApiKey is null ? Secret.From(await AskAsync("API Key", nameof(ApiKey), cancel)) : Secret.From(ApiKey),
            "API Key"
        );

    private async Task<Secret> SecretAsync(
        SecureString? given,
        string field,
        string parameter,
        CancellationToken cancel
    )
    {
        var secret = given ?? await AskSecretAsync($"{field}: ", cancel) ?? throw NobodyThere(parameter);
        return OkxNewProfile.Present(Secret.From(secret), field);
    }

    private async Task<string> AskAsync(string question, string parameter, CancellationToken cancel) =>
        (await AskLineAsync(question, cancel) ?? throw NobodyThere(parameter)).Trim();

    private static ExchangeException NobodyThere(string parameter) =>
        ExchangeException.BadInput(
            "Okx.ValidationError",
            $"Nothing was written: nobody can be asked here, and -{parameter} was not given.",
            "Give it, or use Add-OkxProfile, which asks nothing.",
            parameter
        );

    private static ExchangeException NotChosen(string message) =>
        ExchangeException.BadInput("Okx.ValidationError", message, "Nothing was written.");
}
