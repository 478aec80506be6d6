using System.Globalization;
using System.Text.RegularExpressions;
using Exchange.Desk;
using Exchange.Strategy;

namespace Exchange.Tests.Strategy;

/// <summary>What a person is shown of a new order, or of one that is too small, in one language (strategy.md 7).</summary>
public sealed partial class OrderSummaryTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task The_summary_has_the_five_categories_and_the_note_of_expiry()
    {
        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;
        var text = In("en-US", () => DraftText.Of(draft));

        Assert.Contains("  Chain: Arbitrum", text, StringComparison.Ordinal);
        Assert.Contains("  Order Type: Buy Dip", text, StringComparison.Ordinal);
        Assert.Contains($"  From: 10 USDC ({Vectors.ArbUsdc})", text, StringComparison.Ordinal);
        Assert.Contains($"  To: ARB ({Vectors.Arb})", text, StringComparison.Ordinal);
        Assert.Contains("    Trigger Price: $0.10", text, StringComparison.Ordinal);
        Assert.Contains("    Estimated Amount: 100 ARB", text, StringComparison.Ordinal);
        Assert.Contains("    Value: $10", text, StringComparison.Ordinal);
        Assert.Contains("  Slippage: Default 15%", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "If the trigger condition is not met within 7 days, this order auto-expires.",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(604_800, "7 days", "7天")]
    [InlineData(86_400, "1 day", "1天")]
    [InlineData(7_200, "2 hours", "2小时")]
    [InlineData(90, "90 seconds", "90秒")]
    [InlineData(120, "2 minutes", "2分钟")]
    public void The_note_of_expiry_says_how_long(int seconds, string english, string chinese)
    {
        var lifetime = TimeSpan.FromSeconds(seconds);

        Assert.Contains(english, In("en-US", () => StrategyWording.AutoExpires(lifetime)), StringComparison.Ordinal);
        Assert.Contains(chinese, In("zh-CN", () => StrategyWording.AutoExpires(lifetime)), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Orders =>
        new()
        {
            { "Buy", "0.10", "arb" },
            { "Buy", "0.20", "arb" },
            { "Sell", "0.20", "usdc" },
            { "Sell", "0.10", "usdc" },
            { "Sell", "0.10", "weth" },
        };

    // Symbols, chains, addresses and MEV are names; every other word belongs to one language.
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_summary_is_in_one_language_only(string direction, string trigger, string to)
    {
        _bench.Prices["0x82af49447d8a07e3bd95bd0d56f35241523fbab1"] = "3000";
        _bench.Tokens["0x82af49447d8a07e3bd95bd0d56f35241523fbab1"] = ("WETH", "18");
        var buys = direction == "Buy";
        var draft = (
            await _bench.Client.DraftOrderAsync(
                StrategyBench.Ticket with
                {
                    FromToken = buys ? "usdc" : Vectors.Arb,
                    ToToken = to == "arb" ? Vectors.Arb : to,
                    Direction = Enum.Parse<StrategyDirection>(direction),
                    TriggerPrice = trigger,
                    Slippage = buys ? null : "5",
                    MevProtection = MevProtection.Off,
                },
                StrategyBench.Cancel
            )
        ).Draft!;

        var chinese = In("zh-CN", () => DraftText.Of(draft));
        var english = In("en-US", () => DraftText.Of(draft));

        var names = new[] { draft.FromSymbol, draft.ToSymbol, "Arbitrum", "MEV", draft.FromToken, draft.ToToken };
        var left = Address().Replace(chinese, "");
        left = names.Aggregate(left, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        Assert.Empty(LatinWord().Matches(left).Select(match => match.Value));
        Assert.DoesNotContain(english, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.Contains("触发价", chinese, StringComparison.Ordinal);
        Assert.Contains("自动过期", chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "最小订单金额:1 USDC")]
    [InlineData("en-US", "Minimum order amount: 1 USDC")]
    public async Task The_line_of_a_small_order_is_in_one_language(string culture, string line)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(line, (await _bench.PlaceAsync(StrategyBench.Ticket with { Amount = "0.5" })).TooSmall!.Message);
    }

    [Theory]
    [InlineData("0.10", "1", "10")]
    [InlineData("0.1", "9.999999999999999999", "10")]
    public async Task A_dollar_is_reckoned_exactly(string price, string amount, string least)
    {
        _bench.Prices[Vectors.Arb] = price;

        var placed = await _bench.PlaceAsync(
            StrategyBench.Ticket with
            {
                FromToken = Vectors.Arb,
                ToToken = "usdc",
                Amount = amount,
                Direction = StrategyDirection.Sell,
            }
        );

        Assert.Equal($"Minimum order amount: {least} ARB", placed.TooSmall!.Message);
    }

    [Fact]
    public async Task A_small_order_that_the_service_refuses_is_the_same_line()
    {
        _bench.Script("createOrder", StrategyBench.Refused(100010, "too small"));

        var placed = await _bench.PlaceAsync();

        Assert.Equal("Minimum order amount: 1 USDC", placed.TooSmall!.Message);
        Assert.Equal(AttemptState.Rejected, (await _bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_token_whose_name_moves_the_cursor_is_shown_without_that()
    {
        _bench.Tokens[Vectors.Arb] = ("AR\\u001b[2J\\u202eB", "18");

        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;

        Assert.Equal("AR[2JB", draft.ToSymbol);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static T In<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"https?://\S+|0x[0-9a-fA-F]{40}|acc-\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
