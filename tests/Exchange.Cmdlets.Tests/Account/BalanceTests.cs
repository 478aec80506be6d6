using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Account;

/// <summary>T5.</summary>
public sealed class BalanceTests : IDisposable
{
    private readonly CmdletHarness _session = new(
        new HarnessOptions
        {
            Rehearsal = SimulatorAccount.Default with
            {
                Balances = new Dictionary<string, decimal>(StringComparer.Ordinal)
                {
                    ["twd"] = 100_000m,
                    ["btc"] = 1m,
                    ["usdt"] = 0m,
                },
            },
        }
    );

    [Fact]
    public async Task Balances_show_what_there_is_what_can_be_used_and_what_is_held()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false")).Done();

        var twd = (await _session.RunAsync("Get-BitoProBalance twd")).DoneWithOne<BitoProBalance>();

        Assert.Equal((100_000m, 90_000m, 10_000m), (twd.Amount, twd.Available, twd.Held));
        Assert.True(twd.Tradable);
    }

    [Fact]
    public async Task Currencies_that_are_not_there_can_be_left_out()
    {
        var all = (await _session.RunAsync("Get-BitoProBalance")).Done<BitoProBalance>();
        var some = (await _session.RunAsync("Get-BitoProBalance -NonZero")).Done<BitoProBalance>();

        Assert.Contains(all, balance => balance is { Currency: "usdt", Amount: 0 });
        Assert.Equal(["btc", "twd"], some.Select(balance => balance.Currency).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-BitoProBalance btc,TWD")]
    [InlineData("Get-BitoProBalance -Currency btc,twd,none")]
    public async Task Currencies_are_chosen_by_name(string line)
    {
        var balances = (await _session.RunAsync(line)).Done<BitoProBalance>();

        Assert.Equal(["btc", "twd"], balances.Select(balance => balance.Currency).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _session.Dispose();
}
