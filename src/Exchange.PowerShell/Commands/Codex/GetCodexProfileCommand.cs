using System.Management.Automation;
using Exchange.Codex;

namespace Exchange.PowerShell.Commands;

/// <summary>Lists the Codex logins of the store, without their tokens. Reads the file and asks no service.</summary>
[Cmdlet(VerbsCommon.Get, "CodexProfile", DefaultParameterSetName = "Profile")]
[OutputType(typeof(CodexProfile))]
[OutputType(typeof(CodexProfileChoice))]
public sealed class GetCodexProfileCommand : CodexCmdlet
{
    /// <summary>One profile; all of them when left out, or all.</summary>
    [Parameter(Position = 0, ParameterSetName = "Profile", ValueFromPipelineByPropertyName = true)]
    [Alias("Selector")]
    [ArgumentCompleter(typeof(CodexProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>Emits the profiles as buttons and text for a chat.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Selector")]
    public SwitchParameter AsSelector { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var signIn = SignIn();
        if (AsSelector)
        {
            WriteObject(await signIn.GetChoicesAsync(cancel), enumerateCollection: true);
            return;
        }
        WriteObject(await signIn.GetProfilesAsync(Profile, cancel), enumerateCollection: true);
    }
}
