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
    private static readonly TimeSpan CurrenciesAreFresh = TimeSpan.FromMinutes(10);

    private readonly BackgroundFetch _fetches = new(clock);
    private readonly PromptList<BitoProOrder> _orders = new(new BackgroundFetch(clock), clock, OrdersAreFresh);
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

    /// <summary>Keeps the open orders of an account, all of them.</summary>
    public void Keep(BitoProClient client, IReadOnlyList<BitoProOrder> orders) =>
        _orders.Keep(SourceOf(client), orders);

    private static string SourceOf(BitoProClient client) => $"{client.Connection.Address} {client.Connection.Account}";
}
