using System.Reflection;
using Exchange.BitoPro;
using Exchange.Http;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md 2.0 beside our table, row by row.</summary>
public sealed class EndpointTableTests
{
    // Tool, method and path, authentication, limits as count/seconds, repeats (6.4).
    private const string Documented = """
        T1 get_tickers GET /tickers no public=600/60 Safe
        T1 get_tickers GET /tickers/{pair} no public=600/60 Safe
        T2 get_order_book GET /order-book/{pair} no public=600/60 Safe
        T3 get_public_trades GET /trades/{pair} no public=600/60 Safe
        T4 get_candlesticks GET /trading-history/{pair} no public=600/60 Safe
        T5 get_account_balance GET /accounts/balance yes private=600/60 Safe
        T6 create_order POST /orders/{pair} yes T6=1200/60 Never
        T7 cancel_order DELETE /orders/{pair}/{orderId} yes T7=900/60 OnceIfUnanswered
        T8 get_open_orders GET /orders/open yes T8=5/1 Safe
        T9 get_order_history GET /orders/all/{pair} yes private=600/60 Safe
        T10 get_trading_pairs GET /provisioning/trading-pairs no public=600/60 Safe
        T11 get_currencies GET /provisioning/currencies no public=600/60 Safe
        T12 get_limitations_and_fees GET /provisioning/limitations-and-fees no public=600/60 Safe
        T13 get_otc_price GET /price/otc/{currency} no public=600/60 Safe
        T14 create_batch_orders POST /orders/batch yes T14=90/60 Never
        T15 cancel_batch_orders PUT /orders yes T15=2/1 OnceIfUnanswered
        T16 cancel_all_orders DELETE /orders/all yes T16=1/1 Never
        T16 cancel_all_orders DELETE /orders/{pair} yes T16=1/1 Never
        T17 get_order GET /orders/{pair}/{orderId} yes private=600/60 Safe
        T18 get_trade_fills GET /orders/trades/{pair} yes private=600/60 Safe
        T19 get_deposit_history GET /wallet/depositHistory/{currency} yes private=600/60 Safe
        T20 get_withdraw_history GET /wallet/withdrawHistory/{currency} yes private=600/60 Safe
        T21 get_withdraw GET /wallet/withdraw/{currency}/{serial} yes private=600/60 Safe
        T21 get_withdraw GET /wallet/withdraw/{currency}/id/{id} yes private=600/60 Safe
        T22 create_withdraw POST /wallet/withdraw/{currency} yes T22=60/60 Never
        """;

    [Fact]
    public void Every_row_is_as_documented() =>
        Assert.Equal(Documented.ReplaceLineEndings("\n"), string.Join('\n', Endpoints().Select(Row)));

    [Fact]
    public void An_empty_segment_never_turns_one_call_into_another() =>
        Assert.Throws<ArgumentException>(() => BitoProEndpoints.CancelOrder.Request(["btc_twd", ""]));

    [Fact]
    public void A_segment_can_never_add_another() =>
        Assert.Equal("/orders/a%2Fb/..%3Fx%23", BitoProEndpoints.Order.Request(["a/b", "..?x#"]).Path);

    private static IEnumerable<BitoProEndpoint> Endpoints() =>
        typeof(BitoProEndpoints)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(property => property.MetadataToken)
            .Select(property => (BitoProEndpoint)property.GetValue(null)!);

    private static string Row(BitoProEndpoint endpoint) =>
        string.Join(
            ' ',
            endpoint.Call,
            endpoint.Tool,
            endpoint.Method.Method,
            endpoint.Path,
            endpoint.IsPrivate ? "yes" : "no",
            string.Join(',', endpoint.Limits.Select(Limit)),
            endpoint.Repeat
        );

    private static string Limit(RateLimit limit) => $"{limit.Name}={limit.Permits}/{limit.Window.TotalSeconds}";
}
