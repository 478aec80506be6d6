using System.Collections;
using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>The six chains.</summary>
public sealed class StrategyChainCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        StrategyChains.All.Select(chain => (chain.Aliases[0], $"{chain.Name} ({chain.Index})"));
}

/// <summary>Names of tokens on the chain that has been typed already.</summary>
public sealed class StrategyTokenCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => [];

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed)
    {
        var chain = typed["Chain"] is PSObject wrapped ? wrapped.BaseObject : typed["Chain"];
        var text = chain is string[] several ? several.FirstOrDefault() : chain?.ToString();
        return text is null ? [] : StrategyChains.TokensOf(text);
    }
}

/// <summary>Statuses of strategy orders.</summary>
public sealed class StrategyStatusCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        StrategyOrderStatuses
            .All.Select(status => (status.ToString(), StrategyOrderStatuses.LabelOf(status)))
            .Append(("All", Language.Choose("live and ended", "全部")));
}

/// <summary>Ids of live strategy orders.</summary>
public sealed class StrategyOrderCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => ChoicesBeside(new Hashtable());

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed) =>
        ExchangeRuntime
            .Current.Strategy.Prompt.LiveOrders(typed["AccountId"]?.ToString())
            .Select(order => (order.OrderId, Tip(order)));

    private static string Tip(StrategyOrder order)
    {
        var row = order.GetRow();
        return $"{row.OrderType} {row.EstimatedAmount} @ {row.TriggerPrice}, {row.OrderStatus}";
    }
}

/// <summary>Accounts of the wallet.</summary>
public sealed class WalletAccountCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime
            .Current.Strategy.Prompt.Accounts()
            .Where(account => account.AccountId is not null)
            .Select(account => (account.AccountId!, $"{account.AccountName} {account.EvmAddress}"));
}
