using System.Management.Automation;
using Exchange.Codex;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Completes a sign-in to Codex with the address that the browser shows after it, and writes the login into the store that another program
/// shares. Leave -CallbackUrl out to be asked for the address without it being shown: what is typed after -CallbackUrl stays in the history,
/// in transcripts and in $Error[0].InvocationInfo.Line. A SecureString (Read-Host -AsSecureString) does not, nor does Start-CodexAuth -Listen.
/// </summary>
[Cmdlet(VerbsLifecycle.Complete, "CodexAuth", SupportsShouldProcess = true)]
[OutputType(typeof(CodexAuthResult))]
public sealed class CompleteCodexAuthCommand : CodexCmdlet
{
    /// <summary>The profile that the sign-in was begun for; default when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Selector")]
    [ArgumentCompleter(typeof(CodexPendingCompleter))]
    public string Profile { get; set; } = "";

    /// <summary>The whole address that the browser shows after the sign-in, as text or SecureString; asked for when left out.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Pasted]
    public Secret? CallbackUrl { get; set; }

    /// <summary>Has a background job stop the gateway, write the login, and start the gateway again.</summary>
    [Parameter]
    public SwitchParameter QueueApply { get; set; }

    /// <summary>Also writes the list of profiles to use, where the store has none; it excludes whatever is not in it.</summary>
    [Parameter]
    public SwitchParameter SetOrder { get; set; }

    /// <summary>Replaces another account's login, and writes where the other program no longer reads.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How long to wait for the store's lock, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 600)]
    public int LockTimeoutSec { get; set; } = 45;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var completion = new CodexCompletion
        {
            Profile = Profile,
            AuthPath = FullAuthPath,
            CallbackUrl = PastedAsync,
            Confirm = ConfirmAsync,
            IsPreview = IsWhatIf,
            SetOrder = SetOrder,
            Force = Force,
            Queue = QueueApply ? Runtime.Codex.Worker : null,
            JobId = Runtime.Codex.NewJobId(),
        };
        if (await SignIn(TimeSpan.FromSeconds(LockTimeoutSec)).CompleteAsync(completion, cancel) is { } result)
        {
            WriteObject(result);
        }
    }

    private async Task<Secret?> PastedAsync(CancellationToken cancel)
    {
        if (CallbackUrl is { } given)
        {
            return given;
        }
        using var typed = await AskSecretAsync("Address after the sign-in (it is not shown): ", cancel);
        return typed is null ? null : Secret.From(typed);
    }
}
