using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>Prices of tokens in USD, any number of a chain in one request. Works without a wallet.</summary>
[Cmdlet(VerbsCommon.Get, "TokenPrice")]
[OutputType(typeof(TokenPrice))]
public sealed class GetTokenPriceCommand : TokenLookUpCmdlet<TokenPrice>
{
    private protected override Task<IReadOnlyList<LookUp<TokenPrice>>> LookUpAsync(
        StrategyClient client,
        string chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    ) => client.GetPricesAsync(chain, addresses, cancel);
}
