using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>What cmdlets that call OKX for an account have in common: whose key, which site, simulated or live.</summary>
public abstract class OkxCmdlet : ExchangeCmdlet
{
    /// <summary>The profile of config.toml whose key and settings are used; without it the default profile.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OkxProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>Uses simulated trading.</summary>
    [Parameter]
    public SwitchParameter Demo { get; set; }

    /// <summary>Uses live trading, whatever the profile says.</summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>The site whose service is called: global, eea, us or tr.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OkxSiteCompleter))]
    public string? Site { get; set; }

    /// <summary>What the caller said.</summary>
    private protected OkxCallerChoices Choices => new(Profile, Site, Demo, Live);
}
