using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>The agentic wallet as it is kept here: whether somebody is signed in, account, addresses, end of the session. Sends nothing.</summary>
[Cmdlet(VerbsCommon.Get, "AgenticWallet", DefaultParameterSetName = "One")]
[OutputType(typeof(AgenticWallet))]
public sealed class GetAgenticWalletCommand : ExchangeCmdlet
{
    /// <summary>One account; without it the active one.</summary>
    [Parameter(Position = 0, ParameterSetName = "One", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WalletAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Every account of the wallet.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        WriteObject(Runtime.Strategy.Client(Listener).Wallet.Show(All, AccountId), enumerateCollection: true);
        return Task.CompletedTask;
    }
}
