using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class WalletTests
{
    private const string Address = "TXYZexampleaddr000000000000000000";

    [Fact]
    public async Task A_withdrawal_leaves_the_balance_and_completes_with_time()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var created = (await Withdraw(trader, "usdt", "100", "TRX", Address)).Data;
        var serial = created.GetProperty("serial").GetString();
        var waiting = (await trader.Ask($"/wallet/withdraw/usdt/{serial}")).Data;
        simulator.Clock.Advance(TimeSpan.FromMinutes(2));
        var processing = (await trader.Ask($"/wallet/withdraw/usdt/{serial}")).Data;
        simulator.Clock.Advance(TimeSpan.FromMinutes(4));
        var complete = (await trader.Ask($"/wallet/withdraw/usdt/id/{created.GetProperty("id").GetString()}")).Data;

        Assert.Equal((99_900m, 99_900m), simulator.BitoPro.BalanceOf("rehearsal", "usdt"));
        Assert.Equal("WAIT_PROCESS", waiting.GetProperty("status").GetString());
        Assert.Equal("PROCESSING", processing.GetProperty("status").GetString());
        Assert.Equal("COMPLETE", complete.GetProperty("status").GetString());
        Assert.Equal(32, complete.GetProperty("txid").GetString()!.Length);
    }

    [Fact]
    public async Task Withdrawals_made_here_can_be_seen_and_the_generated_past_is_not_among_them()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Ask("/wallet/withdrawHistory/usdt");
        Assert.Empty(simulator.BitoPro.Withdrawals);

        var serial = (await Withdraw(trader, "usdt", "100", "TRX", Address)).Data.GetProperty("serial").GetString();

        var seen = Assert.Single(simulator.BitoPro.Withdrawals);
        Assert.Equal(
            (serial, "usdt", "TRX", Address, 100m, "WAIT_PROCESS"),
            (seen.Serial, seen.Currency, seen.Protocol, seen.Address, seen.Total, seen.Status)
        );
    }

    [Fact]
    public async Task A_transaction_id_finds_its_transfer()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await Withdraw(trader, "usdt", "100", "TRX", Address);
        simulator.Clock.Advance(TimeSpan.FromMinutes(6));
        var newest = (await trader.Ask("/wallet/withdrawHistory/usdt?limit=1")).Data[0];

        var found = await trader.Ask($"/wallet/withdrawHistory/usdt?txID={newest.GetProperty("txid").GetString()}");

        Assert.Equal(
            newest.GetProperty("id").GetString(),
            Assert.Single(found.Data.EnumerateArray()).GetProperty("id").GetString()
        );
    }

    [Fact]
    public async Task Statuses_filter()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var rows = (
            await trader.Ask("/wallet/depositHistory/btc?limit=100&statuses=CANCELLED,INVALID")
        ).Data.EnumerateArray();

        Assert.All(rows, row => Assert.True(row.GetProperty("status").GetString() is "CANCELLED" or "INVALID"));
        Assert.NotEmpty(rows);
    }

    // currency, amount, protocol, address, status, text
    [Theory]
    [InlineData("usdt", "100", "TRX", "elsewhere", 422, "Address not in whitelist.")]
    [InlineData("usdt", "100", "OMNI", Address, 422, "Unsupported currency.")]
    [InlineData("doge", "100", "MAIN", Address, 422, "Unsupported currency.")]
    [InlineData("usdt", "4", "TRX", Address, 422, "Invalid amount 4, limits are 5 to 1000000.")]
    [InlineData("usdt", "x", "TRX", Address, 422, "Invalid amount x")]
    [InlineData(
        "usdt",
        "100001",
        "TRX",
        Address,
        422,
        "Balance for usdt not enough, only has 100000, but ordered 100001."
    )]
    public async Task A_wrong_withdrawal_is_refused(
        string currency,
        string amount,
        string protocol,
        string address,
        int status,
        string text
    )
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await Withdraw(trader, currency, amount, protocol, address);

        Assert.Equal((status, text), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task Money_goes_to_the_bank_without_an_address()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post("/wallet/withdraw/twd", """{"amount":"1000","nonce":NONCE}""");

        Assert.Equal("985", answer.Data.GetProperty("amount").GetString());
        Assert.Equal("TWD", answer.Data.GetProperty("currency").GetString());
    }

    private static Task<Answer> Withdraw(
        Trader trader,
        string currency,
        string amount,
        string protocol,
        string address
    ) =>
        trader.Post(
            $"/wallet/withdraw/{currency}",
            $$"""{"amount":"{{amount}}","protocol":"{{protocol}}","address":"{{address}}","nonce":NONCE}"""
        );
}
