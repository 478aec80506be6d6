using Exchange.BitoPro;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>
/// What can be completed of BitoPro: from what this process knows, and from the endpoint that the cmdlets would use, for which a
/// prompt waits a moment at most.
/// </summary>
internal sealed class BitoProPrompt(BitoProAccess access, TradingPairCache pairs, TimeProvider clock)
{
    // Orders come and go; between two presses of Tab they may stay.
    private static readonly TimeSpan OrdersAreFresh = TimeSpan.FromSeconds(2);

    // One page, and not longer than a person would look through.
    private const int Latest = 50;

    private static readonly TimeSpan CurrenciesAreFresh = TimeSpan.FromMinutes(10);

    private readonly BackgroundFetch _fetches = new(clock);
    private readonly PromptList<BitoProOrder> _orders = new(new BackgroundFetch(clock), clock, OrdersAreFresh);
    private readonly PromptList<BitoProOrder> _latest = new(new BackgroundFetch(clock), clock, OrdersAreFresh);
    private readonly PromptList<BitoProWithdrawal> _withdrawals = new(
        new BackgroundFetch(clock),
        clock,
        OrdersAreFresh
    );
    private readonly PromptList<BitoProCurrency> _currencies = new(
        new BackgroundFetch(clock),
        clock,
        CurrenciesAreFresh
    );

    /// <summary>The pairs of the endpoint.</summary>
    /// <exception cref="ExchangeException">The surroundings name no valid endpoint.</exception>
    public IReadOnlyList<BitoProTradingPair> Pairs()
    {
        var client = access.PublicClient(ApiListener.Silent);
        var address = client.Connection.Address;
        if (pairs.Kept(address) is null)
        {
            _fetches.AwaitBriefly(address.ToString(), client.GetTradingPairsAsync);
        }
        return pairs.Known(address);
    }

    /// <summary>The currencies of the endpoint as it names them, with their networks.</summary>
    /// <exception cref="ExchangeException">The surroundings name no valid endpoint.</exception>
    public IReadOnlyList<BitoProCurrency> Currencies()
    {
        var client = access.PublicClient(ApiListener.Silent);
        return _currencies.Of(client.Connection.Address.ToString(), client.GetCurrenciesAsync);
    }

    /// <summary>The open orders of the account.</summary>
    /// <exception cref="ExchangeException">No account is known, or no valid endpoint.</exception>
    public IReadOnlyList<BitoProOrder> OpenOrders()
    {
        var client = access.PrivateClient(ApiListener.Silent);
        return _orders.Of(SourceOf(client), cancel => client.GetOpenOrdersAsync(null, cancel));
    }

    /// <summary>The latest orders of a pair, open or ended.</summary>
    /// <exception cref="ExchangeException">No account is known, or no valid endpoint.</exception>
    public IReadOnlyList<BitoProOrder> LatestOrders(string pair)
    {
        var client = access.PrivateClient(ApiListener.Silent);
        var query = new OrderHistoryQuery
        {
            Pair = pair,
            StatusKind = "ALL",
            First = Latest,
        };
        return _latest.Of(
            $"{SourceOf(client)} {pair}",
            cancel => TakeAsync(client.GetOrderHistoryAsync(query, cancel), cancel)
        );
    }

    /// <summary>The latest withdrawals of a currency.</summary>
    /// <exception cref="ExchangeException">No account is known, or no valid endpoint.</exception>
    public IReadOnlyList<BitoProWithdrawal> LatestWithdrawals(string currency)
    {
        var client = access.PrivateClient(ApiListener.Silent);
        var query = new TransferQuery { Currency = currency, First = Latest };
        return _withdrawals.Of(
            $"{SourceOf(client)} {currency}",
            cancel => TakeAsync(client.GetWithdrawalsAsync(query, cancel), cancel)
        );
    }

    /// <summary>Keeps the open orders of an account, all of them.</summary>
    public void Keep(BitoProClient client, IReadOnlyList<BitoProOrder> orders) =>
        _orders.Keep(SourceOf(client), orders);

    private static async Task<IReadOnlyList<T>> TakeAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancel)
    {
        var taken = new List<T>(Latest);
        await foreach (var item in items.WithCancellation(cancel))
        {
            taken.Add(item);
            if (taken.Count == Latest)
            {
                break;
            }
        }
        return taken;
    }

    private static string SourceOf(BitoProClient client) => $"{client.Connection.Address} {client.Connection.Account}";
}
