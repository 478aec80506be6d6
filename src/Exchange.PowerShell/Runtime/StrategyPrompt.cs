using Exchange.Http;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>What can be completed of strategy orders: live orders of the account, for which a prompt waits a moment at most.</summary>
internal sealed class StrategyPrompt(StrategyAccess access, TimeProvider clock)
{
    private static readonly TimeSpan OrdersAreFresh = TimeSpan.FromSeconds(2);

    private readonly PromptList<StrategyOrder> _orders = new(new BackgroundFetch(clock), clock, OrdersAreFresh);

    /// <summary>The live orders of an account.</summary>
    /// <exception cref="ExchangeException">Nobody is signed in, or no valid endpoint is known.</exception>
    public IReadOnlyList<StrategyOrder> LiveOrders(string? accountId)
    {
        var client = access.Client(ApiListener.Silent);
        var query = new StrategyOrderQuery { Limit = StrategyOrderQuery.LargestPage, AccountId = accountId };
        return _orders.Of(
            $"{client.Connection.Address} {accountId ?? client.ActiveAccountId}",
            async cancel => (await client.GetPageAsync(query, cancel)).List
        );
    }

    /// <summary>The ids and names of the wallet's accounts.</summary>
    public IReadOnlyList<AgenticWallet> Accounts() =>
        access.Client(ApiListener.Silent).Wallet.Show(everyAccount: true, accountId: null);
}
