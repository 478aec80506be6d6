using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>A cmdlet that looks tokens up: one request for what the pipeline names on one chain; a token without an answer is an error of its own.</summary>
public abstract class TokenLookUpCmdlet<T> : ExchangeCmdlet
    where T : class
{
    private readonly List<(string Chain, string Address)> _tokens = [];

    /// <summary>Chain by name or number: ethereum, bsc, xlayer, solana, base or arbitrum.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ChainId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyChainCompleter))]
    public string Chain { get; set; } = "";

    /// <summary>Contract addresses, or names such as usdc.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyTokenCompleter))]
    public string[] Address { get; set; } = [];

    private protected abstract Task<IReadOnlyList<LookUp<T>>> LookUpAsync(
        StrategyClient client,
        string chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    );

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        _tokens.AddRange(Address.Select(address => (Chain, address)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        var client = Runtime.Strategy.Client(Listener);
        foreach (var ofChain in _tokens.GroupBy(token => token.Chain, StringComparer.Ordinal))
        {
            foreach (var found in await LookUpAsync(client, ofChain.Key, [.. ofChain.Select(t => t.Address)], cancel))
            {
                if (found.Trouble is { } trouble)
                {
                    WriteError(ExchangeErrors.RecordOf(trouble));
                    continue;
                }
                WriteObject(found.Value);
            }
        }
    }
}
