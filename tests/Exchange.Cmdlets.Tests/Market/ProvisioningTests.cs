using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Market;

/// <summary>T10, T11 and T12.</summary>
public sealed class ProvisioningTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Theory]
    [InlineData("Get-BitoProTradingPair", "btc_twd eth_twd usdt_twd btc_usdt eth_usdt eth_btc bito_twd old_twd")]
    [InlineData("Get-BitoProTradingPair *_twd", "btc_twd eth_twd usdt_twd bito_twd old_twd")]
    [InlineData("Get-BitoProTradingPair BTC_*", "btc_twd btc_usdt")]
    [InlineData("Get-BitoProTradingPair -Pair *_usdt,old_???", "btc_usdt eth_usdt old_twd")]
    [InlineData("Get-BitoProTradingPair [eb]t*_btc", "eth_btc")]
    [InlineData("Get-BitoProTradingPair nothing*", "")]
    public async Task Pairs_are_chosen_by_wildcards(string line, string expected)
    {
        var pairs = (await _session.RunAsync(line)).Done<BitoProTradingPair>();

        Assert.Equal(expected, string.Join(' ', pairs.Select(pair => pair.Pair)));
    }

    [Fact]
    public async Task A_pair_shows_its_rules()
    {
        var pair = (await _session.RunAsync("Get-BitoProTradingPair btc_twd")).DoneWithOne<BitoProTradingPair>();

        Assert.Equal(("btc", "twd"), (pair.Base, pair.Quote));
        Assert.Equal((8, 0), (pair.BasePrecision, pair.QuotePrecision));
        Assert.Equal((0.0001m, 250m), (pair.MinLimitBaseAmount, pair.MinMarketBuyQuoteAmount));
        Assert.False(pair.Maintain);
    }

    [Fact]
    public async Task Currencies_are_chosen_by_wildcards_in_any_case()
    {
        var all = (await _session.RunAsync("Get-BitoProCurrency")).Done<BitoProCurrency>();
        var some = (await _session.RunAsync("Get-BitoProCurrency usdt*")).Done<BitoProCurrency>();

        Assert.NotEmpty(some);
        Assert.True(some.Count < all.Count);
        Assert.All(some, currency => Assert.StartsWith("USDT", currency.Currency, StringComparison.OrdinalIgnoreCase));
        Assert.All(all, currency => Assert.True(currency.MinWithdraw >= 0 && currency.Withdraw is not null));
    }

    [Fact]
    public async Task Fees_are_trading_fees_by_rank_unless_told_otherwise()
    {
        var fees = (await _session.RunAsync("Get-BitoProFee")).Done<BitoProTradingFee>();

        Assert.Equal((0, 0.001m, 0.002m), (fees[0].Rank, fees[0].MakerFee, fees[0].TakerFee));
    }

    [Fact]
    public async Task Fees_have_a_switch_for_each_section_and_for_the_whole()
    {
        var withdrawals = (await _session.RunAsync("Get-BitoProFee -Withdrawal")).Done<BitoProWithdrawalLimit>();
        var deposits = (await _session.RunAsync("Get-BitoProFee -D")).Done<BitoProDepositFee>();
        var whole = (await _session.RunAsync("Get-BitoProFee -All")).DoneWithOne<BitoProFees>();

        Assert.Contains(withdrawals, limit => limit is { Currency: "TWD", Fee: not null });
        Assert.NotEmpty(deposits);
        Assert.Equal(
            (withdrawals.Count, deposits.Count),
            (whole.RestrictionsOfWithdrawalFees.Count, whole.CryptocurrencyDepositFeeAndConfirmation.Count)
        );
    }

    [Fact]
    public async Task Fees_take_one_switch_at_a_time()
    {
        (await _session.RunAsync("Get-BitoProFee -Withdrawal -Deposit")).Refused("AmbiguousParameterSet");

        Assert.Empty(_session.Requests);
    }

    public void Dispose() => _session.Dispose();
}
