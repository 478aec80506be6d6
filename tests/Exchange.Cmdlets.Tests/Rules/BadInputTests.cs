using System.Text.RegularExpressions;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Rules;

/// <summary>bitopro.md section 9, by row: the error's id, and the simulator's log as the proof that nothing was sent.</summary>
public sealed partial class BadInputTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    public static TheoryData<int, string, string> Rows => BadInputRows.NothingIsSent;

    public static TheoryData<int, string, string> PairRows => BadInputRows.OnlyThePairsAreAskedFor;

    public static TheoryData<int, string, string> RefusedArguments => BadInputRows.RefusedByTheBinder;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Bad_input_has_its_id_and_sends_nothing(int row, string id, string line)
    {
        var error = (await _session.RunAsync(line)).Failed($"BitoPro.{id}");

        Assert.True(error.Kind == ErrorKind.InvalidInput, $"Row {row} is of kind {error.Kind}.");
        Assert.Empty(_session.Requests);
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Theory]
    [MemberData(nameof(PairRows))]
    public async Task What_breaks_a_rule_of_the_pair_asks_for_the_pairs_and_sends_nothing(
        int row,
        string id,
        string line
    )
    {
        var error = (await _session.RunAsync(line)).Failed($"BitoPro.{id}");

        Assert.True(error.Kind == ErrorKind.InvalidInput, $"Row {row} is of kind {error.Kind}.");
        Assert.Equal("/bitopro/v3/provisioning/trading-pairs", Assert.Single(_session.Requests).Path);
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Theory]
    [MemberData(nameof(RefusedArguments))]
    public async Task What_is_no_argument_at_all_is_refused_before_the_cmdlet_runs(int row, string id, string line)
    {
        var run = await _session.RunAsync(line);

        Assert.True(run.Output.Count == 0, $"Row {row} went through.");
        run.Refused(id);
        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("buy")]
    [InlineData("BUY")]
    [InlineData("Buy")]
    [InlineData("bUy")]
    public async Task Row_6_a_side_is_taken_in_any_case(string side)
    {
        (await _session.RunAsync($"Invoke-BitoProOrder btc_twd {side} Limit 0.01 1000000 -Confirm:$false")).Done();

        Assert.Equal("BUY", Assert.Single(_session.Simulator.BitoPro.Orders).Action);
    }

    [Theory]
    [InlineData("BTC_TWD", "btc_twd")]
    [InlineData("btc-twd", "btc_twd")]
    [InlineData("btc/twd", "btc_twd")]
    [InlineData("' btc_twd'", "btc_twd")]
    public async Task Row_1_a_hint_shows_the_right_spelling_without_using_it(string pair, string hint)
    {
        var error = (await _session.RunAsync($"Get-BitoProTicker {pair}")).Failed("BitoPro.InvalidPair");

        Assert.Equal($"Did you mean {hint}?", error.Remedy);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Row_13_names_the_value_the_allowed_decimals_and_the_field()
    {
        var line = "Invoke-BitoProOrder btc_usdt Buy Limit 0.01 1000.123 -Confirm:$false";

        var message = (await _session.RunAsync(line)).Failed("BitoPro.PrecisionExceeded").Message;

        Assert.Matches(PriceOfTwoDecimals(), message);
    }

    [Fact]
    public async Task The_edges_of_the_allowed_amounts_are_allowed()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.0001 1000000 -Confirm:$false")).Done();
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Market 250 -Confirm:$false")).Done();
        (await _session.RunAsync("Invoke-BitoProOrder btc_usdt Buy Limit 0.00010000 1000.12 -Confirm:$false")).Done();
    }

    [Fact]
    public async Task Row_22_ninety_days_to_the_millisecond_are_allowed()
    {
        var line = "Get-BitoProOrder btc_twd -Since 2025-12-02T04:05:06.000Z -Until 2026-03-02T04:05:06.000Z";

        (await _session.RunAsync(line)).Done();
    }

    public void Dispose() => _session.Dispose();

    [GeneratedRegex("price 1000.123 .* allows 2", RegexOptions.None, 1000)]
    private static partial Regex PriceOfTwoDecimals();
}
