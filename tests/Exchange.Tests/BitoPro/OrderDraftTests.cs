using System.Globalization;
using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md section 5: the prompt shows the complete draft, in one language.</summary>
public sealed class OrderDraftTests
{
    private static readonly OrderTicket Limit = new()
    {
        Pair = "btc_twd",
        Side = BitoProSide.Buy,
        Type = BitoProOrderType.Limit,
        Amount = "0.0015",
        Price = "2800000.50",
    };

    [Fact]
    public async Task A_limit_order_shows_every_line() =>
        Assert.Equal(
            """
            Place order: BUY 0.0015 btc (btc_twd, LIMIT @ 2800000.5)
              Pair: btc_twd
              Side: BUY
              Type: LIMIT
              Amount: 0.0015 btc (base)
              Price: 2800000.5 twd
              Time in force: GTC
              Estimated value: 4200.00075 TWD
              Estimated fee (rank 0): 4.20000075 - 8.4000015 TWD
              clientId: 2147483647
              Sent to: http://127.0.0.1:PORT/v3 (this machine)
            """,
            await ShownAsync(Limit)
        );

    [Fact]
    public async Task A_post_only_order_shows_the_makers_fee_alone() =>
        Assert.Contains(
            "Estimated fee (rank 0): 4.20000075 TWD",
            await ShownAsync(Limit with { TimeInForce = BitoProTimeInForce.PostOnly }),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_stop_order_shows_its_trigger() =>
        Assert.Contains(
            "  Trigger: market price <= 2700000 twd\n",
            await ShownAsync(Limit with { Type = BitoProOrderType.StopLimit, StopPrice = "2700000", Condition = "<=" }),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_market_buy_shows_its_amount_in_quote_units()
    {
        var shown = await ShownAsync(Limit with { Type = BitoProOrderType.Market, Price = null, Amount = "5000" });

        Assert.StartsWith("Place order: BUY 5000 twd (btc_twd, MARKET)", shown, StringComparison.Ordinal);
        Assert.Contains("  Amount: 5000 twd (quote)\n", shown, StringComparison.Ordinal);
        Assert.Contains("  Estimated value: 5000 TWD\n", shown, StringComparison.Ordinal);
        Assert.Contains("  Estimated fee (rank 0): 10 TWD\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_market_sell_shows_that_its_value_is_not_known()
    {
        var ticket = Limit with { Type = BitoProOrderType.Market, Side = BitoProSide.Sell, Price = null };
        var shown = await ShownAsync(ticket);

        Assert.Contains("  Amount: 0.0015 btc (base)\n", shown, StringComparison.Ordinal);
        Assert.Contains("  Estimated value: n/a (market price)\n", shown, StringComparison.Ordinal);
        Assert.Contains("  Estimated fee (rank 0): 0.2 %\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_in_another_quote_currency_is_not_called_TWD()
    {
        var draft = BitoProBench.LimitBuy with { Pair = "btc_usdt" };

        Assert.Equal(4200m, draft.QuoteValue);
        Assert.Null(draft.EstimatedTwd);
        Assert.Contains("4200 USDT", DraftText.Of(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-TW", "下單", "方向", "Side")]
    [InlineData("zh-Hant", "下單", "方向", "Side")]
    [InlineData("en-GB", "Place order", "Side", "方向")]
    [InlineData("de-DE", "Place order", "Side", "方向")]
    [InlineData("", "Place order", "Side", "方向")]
    public void Labels_come_in_one_language_by_the_UI_culture(string culture, string action, string label, string other)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var text = DraftText.Of(BitoProBench.LimitBuy);

            Assert.StartsWith(action, text, StringComparison.Ordinal);
            Assert.Contains($"  {label}: BUY", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"  {other}: ", text, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Numbers_are_invariant_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Contains("0.0015 btc", DraftText.Of(BitoProBench.LimitBuy), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_cancellation_shows_pair_order_and_destination()
    {
        var draft = new BitoProCancelDraft([new BitoProOrderKey("btc_twd", "SL-1")])
        {
            Endpoint = BitoProConnection.LiveAddress,
        };

        Assert.Equal(
            "Cancel order: SL-1 (btc_twd)\n  Pair: btc_twd\n  Order id: SL-1\n"
                + "  Sent to: https://api.bitopro.com/v3 (live service)",
            Plain(DraftText.Of(draft))
        );
    }

    private static async Task<string> ShownAsync(OrderTicket ticket)
    {
        await using var bench = new BitoProBench(Answer.Empty(404));
        var draft = await bench.DraftAsync(ticket);
        return Plain(DraftText.Of(draft)).Replace($":{bench.Server.Address.Port}/", ":PORT/", StringComparison.Ordinal);
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n");
}
