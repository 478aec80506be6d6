using System.Management.Automation;
using Exchange.Codex;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Begins a sign-in to Codex: makes the address at which you sign in, and keeps for 15 minutes what Complete-CodexAuth needs. With -Listen
/// it takes the browser's callback itself and completes the sign-in, so that no address is pasted anywhere.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "CodexAuth", DefaultParameterSetName = "Paste")]
[OutputType(typeof(CodexAuthStart))]
[OutputType(typeof(CodexAuthResult))]
public sealed class StartCodexAuthCommand : CodexCmdlet
{
    /// <summary>The profile to sign in: its name with or without openai-codex:, default when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Selector")]
    [ArgumentCompleter(typeof(CodexProfileCompleter))]
    public string Profile { get; set; } = "";

    /// <summary>Listens on port 1455 of this machine for the browser's callback, once, and completes the sign-in with it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Listen")]
    public SwitchParameter Listen { get; set; }

    /// <summary>How long to listen, in seconds. Afterwards the address can still be pasted.</summary>
    [Parameter(ParameterSetName = "Listen")]
    [ValidateRange(1, 900)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>Opens the address in your browser.</summary>
    [Parameter]
    public SwitchParameter OpenBrowser { get; set; }

    /// <summary>Has a background job stop the gateway, write the login, and start the gateway again.</summary>
    [Parameter(ParameterSetName = "Listen")]
    public SwitchParameter QueueApply { get; set; }

    /// <summary>Also writes the list of profiles to use, where the store has none; it excludes whatever is not in it.</summary>
    [Parameter(ParameterSetName = "Listen")]
    public SwitchParameter SetOrder { get; set; }

    /// <summary>Replaces another account's login, and writes where the other program no longer reads.</summary>
    [Parameter(ParameterSetName = "Listen")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var signIn = SignIn();
        if (!Listen)
        {
            Show(await signIn.StartAsync(Profile, cancel));
            return;
        }
        var completion = new CodexCompletion
        {
            CallbackUrl = _ => Task.FromResult<Secret?>(null),
            Confirm = (_, _) => Task.FromResult(true),
            SetOrder = SetOrder,
            Force = Force,
            Queue = QueueApply ? Runtime.Codex.Worker : null,
            JobId = Runtime.Codex.NewJobId(),
        };
        var pump = SynchronizationContext.Current!;
        var limit = TimeSpan.FromSeconds(TimeoutSec);
        // The library goes on on other threads; what is shown is shown on the pipeline's, and in this order.
        if (
            await signIn.ListenAsync(Profile, begun => pump.Post(_ => Show(begun), null), limit, completion, cancel) is
            { } result
        )
        {
            WriteObject(result);
        }
    }

    private void Show(CodexAuthStart begun)
    {
        WriteObject(begun);
        if (!OpenBrowser)
        {
            return;
        }
        try
        {
            Runtime.OpenPage(new Uri(begun.LoginUrl));
        }
        catch (ExchangeException none) when (none.ErrorId == "Exchange.NoBrowser")
        {
            WriteWarning("No browser could be opened here; open LoginUrl in one yourself.");
        }
    }
}
