using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>
/// A cmdlet that takes a trade session in and gives a changed copy out: as a value, or in a file of the caller's that nobody else
/// changes meanwhile.
/// </summary>
public abstract class TradeSessionCmdlet : ExchangeCmdlet
{
    /// <summary>The session: an object, a hashtable, a custom object or JSON text.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Value", ValueFromPipeline = true)]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>A file that holds the session; the changed one replaces it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "File")]
    public string? Path { get; set; }

    /// <summary>Changes the session; null when the person said no.</summary>
    private protected abstract Task<TradeSession?> ChangeAsync(TradeSession session, CancellationToken cancel);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Path is null)
        {
            if (TradeSession is { } given && await ChangeAsync(given, cancel) is { } changed)
            {
                WriteObject(changed);
            }
            return;
        }
        var file = new SessionFile(GetUnresolvedProviderPathFromPSPath(Path));
        var read = await file.ReadAsync(cancel);
        if (await ChangeAsync(read, cancel) is not { } written)
        {
            return;
        }
        if (!ReferenceEquals(read, written))
        {
            await file.ReplaceAsync(read, written, cancel);
        }
        WriteObject(written);
    }

    /// <summary>Moves the session to a status that the contract lets it go to, after the usual question.</summary>
    private protected Task<TradeSession?> GoAsync(TradeSession session, string status)
    {
        var moved = SessionStatus.Go(session, status);
        var isWanted = IsWanted(
            $"{session.StrategySessionId}: {session.Status} to {status}",
            MyInvocation.MyCommand.Name
        );
        return Task.FromResult(isWanted ? moved : null);
    }
}
