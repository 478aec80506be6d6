using System.Management.Automation;
using Exchange.Codex;

namespace Exchange.PowerShell;

/// <summary>What the Codex cmdlets share: which profile, which store.</summary>
public abstract class CodexCmdlet : ExchangeCmdlet
{
    /// <summary>Another store than the other program's own: the path of an auth-profiles.json.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AuthPath { get; set; }

    private protected string? FullAuthPath =>
        AuthPath is null ? null : System.IO.Path.GetFullPath(GetUnresolvedProviderPathFromPSPath(AuthPath));

    private protected CodexSignIn SignIn(TimeSpan? lockLimit = null) =>
        Runtime.Codex.SignIn(FullAuthPath, Listener, lockLimit);
}
