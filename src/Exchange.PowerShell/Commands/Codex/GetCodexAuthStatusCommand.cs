using System.Management.Automation;
using Exchange.Codex;

namespace Exchange.PowerShell.Commands;

/// <summary>Shows how the last queued sign-in went, which sign-ins are pending, and what the logins are kept in. Changes nothing.</summary>
[Cmdlet(VerbsCommon.Get, "CodexAuthStatus")]
[OutputType(typeof(CodexAuthStatus))]
public sealed class GetCodexAuthStatusCommand : CodexCmdlet
{
    /// <summary>The profile whose last job is shown; without it, or when it had none, the last job of all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Selector")]
    [ArgumentCompleter(typeof(CodexProfileCompleter))]
    public string? Profile { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel) =>
        WriteObject(await SignIn().GetStatusAsync(Profile, cancel));
}
