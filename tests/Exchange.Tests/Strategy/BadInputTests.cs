using Exchange.Strategy;

namespace Exchange.Tests.Strategy;

/// <summary>The rows of strategy.md 16 about what is given, in their order; those that are about binding of parameters are with the cmdlets.</summary>
public sealed class BadInputTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    private static StrategyOrderTicket Ticket => StrategyBench.Ticket;

    [Theory]
    [InlineData("polygon")]
    [InlineData("10")]
    [InlineData("sui")]
    [InlineData("")]
    public async Task B1_A_chain_that_is_none_of_the_six_is_refused_in_the_contracts_words(string chain)
    {
        var error = await _bench.RefusedAsync("Strategy.ChainNotSupported", Ticket with { Chain = chain });

        Assert.Equal(
            "Strategy orders are only supported on Ethereum / BSC / X Layer / Solana / Base / Arbitrum right now. "
                + $"{chain} is not supported — pick one of these to continue.",
            error.Message
        );
    }

    [Fact]
    public void B2_Blanks_and_case_do_not_matter_to_a_chain() => Assert.Equal(1, StrategyChains.Resolve(" ETH ").Index);

    [Fact]
    public async Task B3_A_Solana_address_on_the_EVM_is_named_as_such()
    {
        var error = await _bench.RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = "1",
                FromToken = Vectors.SolUsdc,
            }
        );

        Assert.Contains("looks like a Solana address", error.Message, StringComparison.Ordinal);
        Assert.Equal("FromToken", error.Target);
    }

    [Fact]
    public async Task B4_An_EVM_address_on_Solana_is_named_as_such()
    {
        var error = await _bench.RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = "501",
                FromToken = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48",
            }
        );

        Assert.Contains("looks like an EVM address", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0xaf88d065e77c8cc2239327c5edb3a432268e583")]
    [InlineData("0xaf88d065e77c8cc2239327c5edb3a432268e58311")]
    [InlineData("0xGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG")]
    [InlineData("USDCC")]
    [InlineData("")]
    public Task B5_What_is_no_EVM_address_is_refused(string token) =>
        _bench.RefusedAsync("Strategy.TokenAddressInvalid", Ticket with { FromToken = token });

    [Theory]
    [InlineData("EPjFWdd5AufqSSqeM2qN1xzybapC8G4")]
    [InlineData("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1vX")]
    [InlineData("0PjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("OPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("IPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("lPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("11111111111111111111111111111111111111111111")]
    public Task B6_What_is_no_Solana_address_is_refused(string token) =>
        _bench.RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = "sol",
                FromToken = token,
                ToToken = "usdc",
            }
        );

    [Theory]
    [InlineData("arb", "usdc", "0xAF88D065E77C8CC2239327C5EDB3A432268E5831")]
    [InlineData("arb", "eth", "native")]
    [InlineData("sol", "sol", "So11111111111111111111111111111111111111112")]
    public Task B7_A_token_is_not_sold_for_itself(string chain, string from, string to) =>
        _bench.RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = chain,
                FromToken = from,
                ToToken = to,
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e6")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData(".")]
    [InlineData("１")]
    public Task B8_What_is_no_plain_decimal_is_no_amount(string amount) =>
        _bench.RefusedAsync("Strategy.AmountInvalid", Ticket with { Amount = amount });

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("0.000000")]
    public Task B9_Nothing_is_no_amount(string amount) =>
        _bench.RefusedAsync("Strategy.AmountZero", Ticket with { Amount = amount });

    [Fact]
    public async Task B10_An_amount_finer_than_the_token_is_refused_when_its_decimals_are_known()
    {
        var error = await _bench.FailsAsync(() => _bench.DraftAsync(Ticket with { Amount = "0.0000001" }));

        Assert.Equal("Strategy.AmountTooPrecise", error.ErrorId);
        Assert.Equal("-Amount has 7 fractional digits, USDC allows 6.", error.Message);
        Assert.Empty(_bench.To("createOrder"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("inf")]
    [InlineData("1e3")]
    public Task B11_A_trigger_is_a_positive_decimal(string price) =>
        _bench.RefusedAsync("Strategy.PriceInvalid", Ticket with { TriggerPrice = price });

    [Theory]
    [InlineData("0")]
    [InlineData("abc")]
    public Task B12_A_current_price_is_a_positive_decimal(string price) =>
        _bench.RefusedAsync("Strategy.PriceInvalid", Ticket with { CurrentPrice = price });

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100.1")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("0%")]
    [InlineData("NaN")]
    public Task B13_Slippage_is_above_0_and_at_most_100(string slippage) =>
        _bench.RefusedAsync("Strategy.SlippageInvalid", Ticket with { Slippage = slippage });

    [Theory]
    [InlineData(0L)]
    [InlineData(-5L)]
    [InlineData(59L)]
    [InlineData(31_536_001L)]
    public Task B16_A_lifetime_is_a_minute_to_a_year(long seconds) =>
        _bench.RefusedAsync("Strategy.ExpiryInvalid", Ticket with { ExpiresInSeconds = seconds });

    [Fact]
    public async Task B17_An_order_below_a_dollar_is_one_line_and_not_placed()
    {
        var placed = await _bench.PlaceAsync(Ticket with { Amount = "0.5" });

        Assert.Equal("Minimum order amount: 1 USDC", placed.TooSmall!.ToString());
        Assert.Equal(
            (1m, 1m, "USDC"),
            (placed.TooSmall.MinFromAmount, placed.TooSmall.MinFromAmountExact, placed.TooSmall.FromSymbol)
        );
        Assert.Empty(_bench.To("createOrder"));
        Assert.Empty((await _bench.Journal.ReadAsync(StrategyBench.Cancel)).Attempts);
    }

    [Theory]
    [InlineData("ord-1")]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    [InlineData("0")]
    [InlineData("1 2")]
    public async Task B18_An_order_id_is_a_positive_64_bit_integer(string id)
    {
        var error = await _bench.FailsAsync(() => _bench.Client.GetOrderAsync(id, null, null, StrategyBench.Cancel));

        Assert.Equal("Strategy.OrderIdInvalid", error.ErrorId);
        Assert.Equal($"Order id \"{id}\" is not a positive 64-bit integer.", error.Message);
        Assert.Equal("Strategy.OrderIdInvalid", (await _bench.FailsAsync(() => _bench.CancelAsync(id))).ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B21_A_list_without_ids_cancels_nothing_and_resumes_nothing()
    {
        var error = await _bench.FailsAsync(() => _bench.CancelAsync(",, ,"));

        Assert.Equal("Strategy.OrderIdInvalid", error.ErrorId);
        Assert.Contains("no ids", error.Message, StringComparison.Ordinal);
        Assert.Null(await _bench.Client.DraftResumeAsync([",, ,"], null, StrategyBench.Cancel));
        Assert.Equal(0, _bench.Server.Count);
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("-4")]
    [InlineData("active,foo")]
    [InlineData("speeding_up")]
    public async Task B22_A_status_that_is_not_listed_is_refused(string status)
    {
        var error = await _bench.FailsAsync(() => _bench.PageAsync(new StrategyOrderQuery { Status = [status] }));

        Assert.Equal("Strategy.StatusUnknown", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B23_Trading_is_zero()
    {
        await _bench.PageAsync(new StrategyOrderQuery { Status = ["trading"] });

        Assert.Contains(
            "\"orderStatusList\":[0]",
            _bench.To("getOpenOrder").Single().BodyText,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task B24_A_page_holds_1_to_100(int limit)
    {
        var error = await _bench.FailsAsync(() => _bench.PageAsync(new StrategyOrderQuery { Limit = limit }));

        Assert.Equal("Strategy.LimitOutOfRange", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B25_One_text_is_one_token()
    {
        var error = await _bench.FailsAsync(() => _bench.PageAsync(new StrategyOrderQuery { Token = ["0xa,0xb"] }));

        Assert.Equal("Strategy.TokenFilterNotSingle", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
