using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>Symbols, decimals and names of tokens, any number of a chain in one request. Works without a wallet.</summary>
[Cmdlet(VerbsCommon.Get, "TokenInfo")]
[OutputType(typeof(TokenInfo))]
public sealed class GetTokenInfoCommand : TokenLookUpCmdlet<TokenInfo>
{
    private protected override Task<IReadOnlyList<LookUp<TokenInfo>>> LookUpAsync(
        StrategyClient client,
        string chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    ) => client.GetTokenInfosAsync(chain, addresses, cancel);
}
