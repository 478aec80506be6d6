using Exchange.BitoPro;
using Exchange.Storage;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md section 9, the rows about what is asked for: the id, and not one request.</summary>
public sealed class BadInputTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    [Theory]
    [InlineData("BTC_TWD")]
    [InlineData("btctwd")]
    [InlineData("btc-twd")]
    [InlineData("btc/twd")]
    [InlineData(" btc_twd")]
    [InlineData("btc_twd\n")]
    [InlineData("ｂｔｃ_twd")]
    [InlineData("btc__twd")]
    [InlineData("btc_twd_x")]
    [InlineData("")]
    public Task Row_01_a_pair_of_another_spelling_is_refused_by_every_call(string pair) => EveryCallRefusesAsync(pair);

    [Theory]
    [InlineData("all")]
    [InlineData("open")]
    [InlineData("batch")]
    [InlineData("../x")]
    [InlineData("btc_twd/123")]
    [InlineData("btc_twd?x=1")]
    [InlineData("btc_twd#")]
    [InlineData("%2e%2e")]
    public Task Row_02_a_pair_that_would_be_another_path_is_refused_by_every_call(string pair) =>
        EveryCallRefusesAsync(pair);

    [Theory]
    [InlineData("BTC_TWD", "Did you mean btc_twd?")]
    [InlineData("btc-twd", "Did you mean btc_twd?")]
    [InlineData("BTC/TWD", "Did you mean btc_twd?")]
    [InlineData("all", "Get-BitoProTradingPair lists them.")]
    public async Task Row_01_the_lower_case_spelling_is_hinted_at_and_not_used(string pair, string hint)
    {
        var error = await NothingIsSentAsync("InvalidPair", c => c.GetTradesAsync(pair, BitoProBench.Cancel));

        Assert.Equal(hint, error.Remedy);
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1/2")]
    [InlineData("1?x")]
    [InlineData("1#")]
    [InlineData("1 2")]
    [InlineData("..")]
    [InlineData("1\n")]
    [InlineData("12345678901234567890123456789012345678901")]
    public async Task Row_05_an_order_id_that_is_none_is_refused(string id)
    {
        await NothingIsSentAsync("InvalidOrderId", c => c.GetOrderAsync("btc_twd", id, BitoProBench.Cancel));
        await NothingIsSentAsync(
            "InvalidOrderId",
            c =>
            {
                c.DraftCancel([new BitoProOrderKey("btc_twd", id)]);
                return Task.CompletedTask;
            }
        );
        await NothingIsSentAsync("InvalidOrderId", c => FirstOf(c, new FillQuery { Pair = "btc_twd", OrderId = id }));
        await NothingIsSentAsync(
            "InvalidTradeId",
            c => FirstOf(c, new FillQuery { Pair = "btc_twd", FromTradeId = id })
        );
        await NothingIsSentAsync(
            "InvalidOrderId",
            c => FirstOf(c, new OrderHistoryQuery { Pair = "btc_twd", FromOrderId = id })
        );
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(51)]
    public Task Row_18_a_depth_that_the_book_does_not_have_is_refused(int limit) =>
        NothingIsSentAsync("LimitOutOfRange", c => c.GetOrderBookAsync("btc_twd", limit, null, BitoProBench.Cancel));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Row_18_a_page_of_0_or_1001_is_refused(int size)
    {
        await NothingIsSentAsync(
            "LimitOutOfRange",
            c => FirstOf(c, new OrderHistoryQuery { Pair = "btc_twd", PageSize = size })
        );
        await NothingIsSentAsync(
            "LimitOutOfRange",
            c => FirstOf(c, new FillQuery { Pair = "btc_twd", PageSize = size })
        );
    }

    [Theory]
    [InlineData("2m")]
    [InlineData("1H")]
    [InlineData("1D")]
    [InlineData("1W")]
    [InlineData("15M")]
    [InlineData("")]
    public Task Row_19_a_resolution_of_another_case_is_refused(string resolution) =>
        NothingIsSentAsync(
            "InvalidResolution",
            c => c.GetCandlesticksAsync("btc_twd", resolution, Now.AddHours(-1), Now, BitoProBench.Cancel)
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.9)]
    public Task Row_20_candles_from_a_moment_that_is_not_before_the_end_are_refused(double seconds) =>
        NothingIsSentAsync(
            "InvalidTimeRange",
            c => c.GetCandlesticksAsync("btc_twd", "1m", Now, Now.AddSeconds(seconds), BitoProBench.Cancel)
        );

    [Theory]
    [InlineData("1m")]
    [InlineData("5m")]
    public Task Row_21_minute_candles_that_end_more_than_365_days_ago_are_refused(string resolution) =>
        NothingIsSentAsync(
            "CandleHistoryLimit",
            c =>
                c.GetCandlesticksAsync(
                    "btc_twd",
                    resolution,
                    Now.AddDays(-400),
                    Now.AddDays(-365).AddMilliseconds(-1),
                    BitoProBench.Cancel
                )
        );

    [Theory]
    [InlineData(7_776_000_001)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Row_22_a_window_longer_than_90_days_or_without_length_is_refused(long milliseconds)
    {
        var since = Now.AddDays(-91);
        var until = since.AddMilliseconds(milliseconds);

        await NothingIsSentAsync(
            "TimeWindow",
            c =>
                FirstOf(
                    c,
                    new OrderHistoryQuery
                    {
                        Pair = "btc_twd",
                        Since = since,
                        Until = until,
                    }
                )
        );
        await NothingIsSentAsync(
            "TimeWindow",
            c =>
                FirstOf(
                    c,
                    new FillQuery
                    {
                        Pair = "btc_twd",
                        Since = since,
                        Until = until,
                    }
                )
        );
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(7, null)]
    [InlineData(-2, null)]
    [InlineData(null, "CLOSED")]
    [InlineData(null, "")]
    public Task Row_23_a_status_that_does_not_exist_is_refused(int? status, string? kind) =>
        NothingIsSentAsync(
            "InvalidStatus",
            c =>
                FirstOf(
                    c,
                    new OrderHistoryQuery
                    {
                        Pair = "btc_twd",
                        Status = status,
                        StatusKind = kind,
                    }
                )
        );

    [Theory]
    [InlineData("USDT (ETH-ERC20)")]
    [InlineData("USDT")]
    [InlineData("")]
    [InlineData("usdt/x")]
    [InlineData("..")]
    public Task Row_26_a_currency_that_is_no_code_is_refused(string currency) =>
        NothingIsSentAsync("InvalidCurrency", c => c.GetOtcPriceAsync(currency, BitoProBench.Cancel));

    [Theory]
    [InlineData(null, null, null, "BITOPRO_API_KEY, BITOPRO_API_SECRET, BITOPRO_EMAIL are not set")]
    [InlineData("k", null, "e", "BITOPRO_API_SECRET is not set")]
    [InlineData("  ", "s", "e", "BITOPRO_API_KEY is not set")]
    [InlineData("k", "s", "", "BITOPRO_EMAIL is not set")]
    public void Row_32_missing_credentials_are_named(string? key, string? secret, string? email, string expected)
    {
        var error = Caught.Error(
            "BitoPro.CredentialsMissing",
            () => BitoProCredentials.From(SecretOf(key), SecretOf(secret), email)
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key\r\n", "secret")]
    [InlineData(" key", "secret")]
    [InlineData("key ", "secret")]
    [InlineData("key", "sec\nret")]
    [InlineData("key", "secret\t")]
    public void Row_33_credentials_with_line_breaks_or_blanks_around_them_are_refused(string key, string secret) =>
        Caught.Error(
            "BitoPro.CredentialsInvalid",
            () => BitoProCredentials.From(SecretOf(key), SecretOf(secret), "trader@example.com")
        );

    private static async Task EveryCallRefusesAsync(string pair)
    {
        Func<BitoProClient, Task>[] calls =
        [
            c => c.GetTickersAsync(pair, BitoProBench.Cancel),
            c => c.GetOrderBookAsync(pair, 5, null, BitoProBench.Cancel),
            c => c.GetTradesAsync(pair, BitoProBench.Cancel),
            c => c.GetCandlesticksAsync(pair, "1h", Now.AddHours(-1), Now, BitoProBench.Cancel),
            c => c.GetOpenOrdersAsync(pair, BitoProBench.Cancel),
            c => c.GetOrderAsync(pair, "1", BitoProBench.Cancel),
            c => FirstOf(c, new OrderHistoryQuery { Pair = pair }),
            c => FirstOf(c, new FillQuery { Pair = pair }),
            c => Task.FromResult(c.DraftCancel([new BitoProOrderKey(pair, "1")])),
            c => c.DraftOrderAsync(Ticket(pair), null, BitoProBench.Cancel),
        ];
        foreach (var call in calls)
        {
            await NothingIsSentAsync("InvalidPair", call);
        }
    }

    private static async Task<ExchangeException> NothingIsSentAsync(string id, Func<BitoProClient, Task> call)
    {
        await using var bench = new BitoProBench(Answer.Empty());

        var error = await Caught.ErrorAsync($"BitoPro.{id}", () => call(bench.Client));

        Assert.Equal(0, bench.Server.Count);
        return error;
    }

    private static async Task FirstOf(BitoProClient client, OrderHistoryQuery query)
    {
        await foreach (var _ in client.GetOrderHistoryAsync(query, BitoProBench.Cancel)) { }
    }

    private static async Task FirstOf(BitoProClient client, FillQuery query)
    {
        await foreach (var _ in client.GetFillsAsync(query, BitoProBench.Cancel)) { }
    }

    private static Secret? SecretOf(string? text) => text is null ? null : Secret.From(text);

    private static OrderTicket Ticket(string pair) =>
        new()
        {
            Pair = pair,
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Limit,
            Amount = "1",
            Price = "1",
        };
}
