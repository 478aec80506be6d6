using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md section 9, the rows about orders: nothing but T10 is asked, and that only where the row needs it.</summary>
public sealed class BadOrderTests
{
    private const string Pairs =
        """{"data":[{"pair":"abc_twd","base":"abc","quote":"twd","basePrecision":"8","quotePrecision":"2","minLimitBaseAmount":"0.05","maxLimitBaseAmount":"50000","minMarketBuyQuoteAmount":"10","maintain":false},{"pair":"old_twd","base":"old","quote":"twd","basePrecision":"8","quotePrecision":"2","maintain":true}]}""";

    private static readonly OrderTicket Limit = new()
    {
        Pair = "abc_twd",
        Side = BitoProSide.Buy,
        Type = BitoProOrderType.Limit,
        Amount = "1",
        Price = "100",
    };

    private static readonly OrderTicket Market = Limit with { Type = BitoProOrderType.Market, Price = null };

    private static readonly OrderTicket Stop = Limit with
    {
        Type = BitoProOrderType.StopLimit,
        StopPrice = "101",
        Condition = ">=",
    };

    [Fact]
    public async Task Row_03_a_pair_that_T10_does_not_list_is_refused() =>
        await RefusedAfterT10Async("UnknownPair", Limit with { Pair = "xyz_twd" });

    [Fact]
    public async Task Row_04_a_pair_under_maintenance_is_refused() =>
        await RefusedAfterT10Async("PairUnderMaintenance", Limit with { Pair = "old_twd" });

    [Fact]
    public async Task Row_08_a_LIMIT_without_price_and_a_STOP_LIMIT_without_any_of_its_three_are_refused()
    {
        Assert.Equal("price", (await RefusedAtOnceAsync("MissingParameter", Limit with { Price = null })).Target);
        Assert.Equal("price", (await RefusedAtOnceAsync("MissingParameter", Stop with { Price = "" })).Target);
        Assert.Equal(
            "stopPrice",
            (await RefusedAtOnceAsync("MissingParameter", Stop with { StopPrice = null })).Target
        );
        Assert.Equal(
            "condition",
            (await RefusedAtOnceAsync("MissingParameter", Stop with { Condition = null })).Target
        );
        Assert.Equal("amount", (await RefusedAtOnceAsync("MissingParameter", Limit with { Amount = null })).Target);
    }

    [Fact]
    public async Task Row_09_a_MARKET_with_price_and_a_LIMIT_with_stop_are_refused()
    {
        Assert.Equal("price", (await RefusedAtOnceAsync("UnexpectedParameter", Market with { Price = "1" })).Target);
        Assert.Equal(
            "stopPrice",
            (await RefusedAtOnceAsync("UnexpectedParameter", Limit with { StopPrice = "1" })).Target
        );
        Assert.Equal(
            "condition",
            (await RefusedAtOnceAsync("UnexpectedParameter", Limit with { Condition = ">=" })).Target
        );
        await RefusedAtOnceAsync("UnexpectedParameter", Market with { StopPrice = "1", Condition = "<=" });
    }

    [Theory]
    [InlineData(">")]
    [InlineData("=>")]
    [InlineData("==")]
    [InlineData(" >=")]
    [InlineData("≥")]
    public Task Row_10_a_condition_other_than_the_two_is_refused(string condition) =>
        RefusedAtOnceAsync("InvalidCondition", Stop with { Condition = condition });

    [Fact]
    public async Task Row_11_POST_ONLY_with_MARKET_or_STOP_LIMIT_is_refused()
    {
        await RefusedAtOnceAsync("InvalidTimeInForce", Market with { TimeInForce = BitoProTimeInForce.PostOnly });
        await RefusedAtOnceAsync("InvalidTimeInForce", Stop with { TimeInForce = BitoProTimeInForce.PostOnly });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.000")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("1e-3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("１")]
    [InlineData("Infinity")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("79228162514264337593543950336")]
    public async Task Row_12_a_number_that_is_not_plain_and_positive_is_refused(string number)
    {
        Assert.Equal("amount", (await RefusedAtOnceAsync("InvalidNumber", Limit with { Amount = number })).Target);
        Assert.Equal("price", (await RefusedAtOnceAsync("InvalidNumber", Limit with { Price = number })).Target);
        Assert.Equal("stopPrice", (await RefusedAtOnceAsync("InvalidNumber", Stop with { StopPrice = number })).Target);
    }

    [Fact]
    public async Task Row_13_too_many_decimals_are_refused_and_never_rounded()
    {
        var error = await RefusedAfterT10Async("PrecisionExceeded", Limit with { Amount = "1.123456789" });
        Assert.Equal("amount", error.Target);
        Assert.Contains("1.123456789 has 9 decimals; this pair allows 8", error.Message, StringComparison.Ordinal);

        Assert.Equal("price", (await RefusedAfterT10Async("PrecisionExceeded", Limit with { Price = "1.001" })).Target);
        Assert.Equal(
            "stopPrice",
            (await RefusedAfterT10Async("PrecisionExceeded", Stop with { StopPrice = "1.001" })).Target
        );
        // A market buy's amount is in quote units, and has their decimals.
        Assert.Equal(
            "amount",
            (await RefusedAfterT10Async("PrecisionExceeded", Market with { Amount = "100.001" })).Target
        );
    }

    [Fact]
    public async Task Row_13_trailing_zeros_are_no_decimals() =>
        Assert.Equal(1.5m, (await AcceptedAsync(Limit with { Amount = "1.5000000000", Price = "100.0000" })).Amount);

    [Fact]
    public async Task Row_14_an_amount_outside_the_pairs_range_is_refused()
    {
        await RefusedAfterT10Async("AmountOutOfRange", Limit with { Amount = "0.04999999" });
        await RefusedAfterT10Async("AmountOutOfRange", Limit with { Amount = "50000.00000001" });
        await RefusedAfterT10Async("AmountOutOfRange", Stop with { Amount = "0.04" });
        await RefusedAfterT10Async("AmountOutOfRange", Market with { Side = BitoProSide.Sell, Amount = "0.04" });
        await RefusedAfterT10Async("AmountOutOfRange", Market with { Amount = "9.99" });
    }

    [Fact]
    public async Task Row_14_the_bounds_themselves_are_allowed()
    {
        await AcceptedAsync(Limit with { Amount = "0.05" });
        await AcceptedAsync(Limit with { Amount = "50000" });
        await AcceptedAsync(Market with { Amount = "10" });
        await AcceptedAsync(Market with { Amount = "9999999" });
    }

    [Fact]
    public async Task A_side_or_type_that_does_not_exist_never_becomes_another()
    {
        await RefusedAtOnceAsync("MissingParameter", Limit with { Side = default });
        await RefusedAtOnceAsync("MissingParameter", Limit with { Side = (BitoProSide)3 });
        await RefusedAtOnceAsync("MissingParameter", Stop with { Type = default });
        await RefusedAtOnceAsync("InvalidTimeInForce", Limit with { TimeInForce = (BitoProTimeInForce)9 });
    }

    [Fact]
    public async Task A_value_beyond_every_number_is_refused_even_when_the_pairs_cannot_be_read()
    {
        await using var bench = new BitoProBench(Answer.Empty(404));
        var huge = Limit with { Amount = "79228162514264337593543950335", Price = "2" };

        await Caught.ErrorAsync("BitoPro.InvalidNumber", () => bench.DraftAsync(huge));
    }

    [Fact]
    public async Task When_T10_cannot_be_read_a_warning_stands_for_the_rules_of_the_pair()
    {
        await using var bench = new BitoProBench(Answer.Empty(404));

        var draft = await bench.DraftAsync(Limit with { Amount = "1.123456789" });

        Assert.Equal(1.123456789m, draft.Amount);
        Assert.Contains("are not checked here", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    private static async Task<ExchangeException> RefusedAtOnceAsync(string id, OrderTicket ticket)
    {
        await using var bench = new BitoProBench(Answer.Json(Pairs));
        var error = await Caught.ErrorAsync($"BitoPro.{id}", () => bench.DraftAsync(ticket));
        Assert.Equal(0, bench.Server.Count);
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        return error;
    }

    private static async Task<ExchangeException> RefusedAfterT10Async(string id, OrderTicket ticket)
    {
        await using var bench = new BitoProBench(Answer.Json(Pairs));
        var error = await Caught.ErrorAsync($"BitoPro.{id}", () => bench.DraftAsync(ticket));
        Assert.Equal("GET /v3/provisioning/trading-pairs", Assert.Single(bench.Server.Requests).Endpoint);
        return error;
    }

    private static async Task<BitoProOrderDraft> AcceptedAsync(OrderTicket ticket)
    {
        await using var bench = new BitoProBench(Answer.Json(Pairs));
        return await bench.DraftAsync(ticket);
    }
}
