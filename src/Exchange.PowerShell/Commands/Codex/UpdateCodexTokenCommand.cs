using System.Management.Automation;
using Exchange.Codex;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Renews the access token of a Codex login that has ended or ends within five minutes. For times when the gateway is stopped: it renews by
/// itself, a refresh token works once, and two that renew can end the session.
/// </summary>
[Cmdlet(VerbsData.Update, "CodexToken", SupportsShouldProcess = true)]
[OutputType(typeof(CodexTokenRefresh))]
public sealed class UpdateCodexTokenCommand : CodexCmdlet
{
    /// <summary>The profile; default when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Selector")]
    [ArgumentCompleter(typeof(CodexProfileCompleter))]
    public string Profile { get; set; } = "";

    /// <summary>Renews a token that is good for longer, too, and writes where the other program no longer reads.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How long to wait for each lock, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 600)]
    public int LockTimeoutSec { get; set; } = 45;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var selector = CodexSelector.Normalize(Profile);
        if (IsWanted(selector, "Renew the token"))
        {
            WriteObject(await SignIn(TimeSpan.FromSeconds(LockTimeoutSec)).RefreshAsync(selector, Force, cancel));
        }
    }
}
