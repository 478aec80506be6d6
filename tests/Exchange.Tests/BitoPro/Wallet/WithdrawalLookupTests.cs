using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>What became of a withdrawal, from the history of its currency (T20).</summary>
public sealed class WithdrawalLookupTests
{
    private const long Start = 1_700_000_000_000;

    [Theory]
    [InlineData("98", "100")] // the fee was taken out of it
    [InlineData("100", "102")] // the fee came on top
    public async Task Both_readings_of_the_amount_find_it(string amount, string total) =>
        Assert.Equal(new AttemptFinding.Found("S1"), await LookAsync(Row(amount: amount, total: total)));

    [Theory]
    [InlineData(-5_000)]
    [InlineData(0)]
    [InlineData(35_000)]
    public async Task It_is_found_in_the_window_of_its_attempt(long offset) =>
        Assert.Equal(new AttemptFinding.Found("S1"), await LookAsync(Row(at: Start + offset)));

    [Theory]
    [InlineData(-5_001)]
    [InlineData(35_001)]
    [InlineData(600_000)]
    public async Task Near_that_window_it_is_for_a_person_to_judge(long offset) =>
        Assert.IsType<AttemptFinding.Unclear>(await LookAsync(Row(at: Start + offset)));

    [Theory]
    [InlineData("99", "101", "TRX", WalletBench.TronAddress, "")]
    [InlineData("98", "100", "TRX", "TOther", "")]
    [InlineData("98", "100", "TRX", WalletBench.TronAddress, "another memo")]
    public async Task Another_amount_address_or_memo_is_another_withdrawal(
        string amount,
        string total,
        string protocol,
        string address,
        string message
    ) => Assert.IsType<AttemptFinding.Absent>(await LookAsync(Row("S1", amount, total, protocol, address, message)));

    [Fact]
    public async Task Another_network_is_for_a_person_to_judge() =>
        Assert.IsType<AttemptFinding.Unclear>(await LookAsync(Row(protocol: "BSC")));

    [Fact]
    public async Task A_row_without_a_time_is_for_a_person_to_judge() =>
        Assert.IsType<AttemptFinding.Unclear>(
            await LookAsync(Row().Replace($"\"timestamp\":\"{Start}\",", "", StringComparison.Ordinal))
        );

    [Fact]
    public async Task What_belongs_to_another_attempt_is_not_taken() =>
        Assert.IsType<AttemptFinding.Absent>(await LookAsync(Row(), claimed: ["S1"]));

    [Fact]
    public async Task Two_that_fit_are_not_told_apart_by_guessing()
    {
        var finding = await LookAsync(Row() + "," + Row(serial: "S2"));

        Assert.Equal("2 withdrawals fit it: S1, S2", Assert.IsType<AttemptFinding.Unclear>(finding).Reason);
        Assert.Equal(new AttemptFinding.Found("S2"), await LookAsync(Row() + "," + Row(serial: "S2"), claimed: ["S1"]));
    }

    [Fact]
    public async Task A_withdrawal_that_ended_badly_was_made_all_the_same() =>
        Assert.Equal(
            new AttemptFinding.Found("S1"),
            await LookAsync(Row().Replace("PROCESSING", "CANCELLED", StringComparison.Ordinal))
        );

    [Fact]
    public async Task A_network_that_was_not_named_and_a_bank_account_fit_as_the_service_has_them()
    {
        var twd = new BitoProWithdrawalDraft { Currency = "twd", Amount = 100 };

        Assert.Equal(
            new AttemptFinding.Found("S1"),
            await LookAsync(Row(protocol: "MAIN", address: "0000xx1111"), draft: twd)
        );
    }

    [Fact]
    public async Task A_lost_withdrawal_is_settled_by_asking_and_never_by_sending_again()
    {
        await using var bench = new BitoProBench(request =>
            request.Method == "POST" ? Answer.Close : Answer.Json($$"""{"data":[{{Row()}}]}""")
        );
        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => bench.PassTime(bench.WithdrawAsync()));
        var resolver = new AttemptResolver(bench.Journal, bench.Clock);

        var settled = await resolver.ResolveAsync(
            await bench.OnlyAttemptAsync(),
            bench.Client.Lookup(),
            wait: false,
            WalletBench.Cancel
        );

        Assert.Equal((AttemptState.Accepted, "S1"), (settled.State, settled.Reference));
        Assert.Equal(1, bench.Server.CountOf("POST", "/"));
        Assert.Equal(
            "/v3/wallet/withdrawHistory/usdt?startTimestamp=1699999400000&endTimestamp=1700000600000&limit=100",
            bench.Server.Requests[^1].Target
        );
    }

    private static string Row(
        string serial = "S1",
        string amount = "98",
        string total = "100",
        string protocol = "TRX",
        string address = WalletBench.TronAddress,
        string message = "",
        long at = Start
    ) =>
        $$"""{"serial":"{{serial}}","timestamp":"{{at}}","address":"{{address}}","amount":"{{amount}}","fee":"2","total":"{{total}}","status":"PROCESSING","message":"{{message}}","protocol":"{{protocol}}","id":"1{{serial[1..]}}"}""";

    private static async Task<AttemptFinding> LookAsync(
        string rows,
        string[]? claimed = null,
        BitoProWithdrawalDraft? draft = null
    )
    {
        await using var bench = new BitoProBench(Answer.Json($$"""{"data":[{{rows}}]}"""));
        var attempt = new Attempt
        {
            AttemptId = "w-1",
            State = AttemptState.Unknown,
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(Start),
            Service = "BitoPro",
            Operation = BitoProClient.Withdrawal,
            Address = bench.Connection.Address,
            Facts = WithdrawalFacts.Of(draft ?? WalletBench.TetherDraft),
        };
        return await bench
            .Client.Lookup()
            .LookAsync(attempt, new HashSet<string>(claimed ?? [], StringComparer.Ordinal), WalletBench.Cancel);
    }
}
