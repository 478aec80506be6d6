using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>T22 is sent once, whatever happens (bitopro.md 6.4).</summary>
public sealed class WithdrawalOutcomeTests
{
    public static TheoryData<string> Doubts =>
        ["closed", "reset", "truncated", "408", "409", "500", "503", "html", "no serial", "empty"];

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task A_withdrawal_without_a_valid_answer_is_unknown_and_not_repeated(string doubt)
    {
        await using var bench = new BitoProBench(AnswerFor(doubt));

        var error = await Caught.ErrorAsync(
            "BitoPro.OutcomeUnknown",
            () => bench.PassTime(bench.WithdrawAsync(attemptId: "w-1"))
        );

        Assert.Equal(1, bench.Server.Count);
        Assert.True(error.OutcomeUnknown);
        Assert.Equal("T22", error.Call);
        Assert.Contains("Resolve-ExchangeAttempt -AttemptId w-1", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData(422, "Address not in whitelist.", "AddressNotRegistered", "https://www.bitopro.com/address")]
    [InlineData(422, "Invalid amount 1, decimal limit is 6.", "InvalidAmount", "Get-BitoProFee -Withdrawal")]
    [InlineData(
        422,
        "Balance for usdt not enough, only has 1, but ordered 100.",
        "InsufficientFunds",
        "Get-BitoProBalance"
    )]
    [InlineData(403, "no", "PermissionDenied", "withdrawing")]
    [InlineData(429, "slow down", "RateLimited", "repeat it yourself")]
    public async Task A_refused_withdrawal_says_why_and_is_not_repeated(
        int status,
        string text,
        string id,
        string remedy
    )
    {
        await using var bench = new BitoProBench(Answer.Json($$"""{"error":"{{text}}"}""", status));

        var error = await Caught.ErrorAsync($"BitoPro.{id}", () => bench.PassTime(bench.WithdrawAsync()));

        Assert.Equal(1, bench.Server.Count);
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_withdrawal_that_nobody_took_was_never_sent()
    {
        await using var bench = new BitoProBench(new BenchOptions { Address = LoopbackServer.Nowhere }, Answer.Empty());

        await Caught.ErrorAsync("BitoPro.Unreachable", () => bench.PassTime(bench.WithdrawAsync()));

        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task The_same_attempt_is_never_sent_twice()
    {
        await using var bench = new BitoProBench(Answer.Json(WalletExamples.WithdrawalCreated));
        await bench.WithdrawAsync(attemptId: "w-1");

        await Assert.ThrowsAsync<ExchangeException>(() => bench.WithdrawAsync(attemptId: "w-1"));

        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task The_journal_keeps_what_identifies_it_and_no_bank_account()
    {
        await using var bench = new BitoProBench(Answer.Json(WalletExamples.WithdrawalCreated));
        await bench.WithdrawAsync(WalletBench.TetherDraft with { Message = "7", BankAccountSerial = "12345" });

        var attempt = await bench.OnlyAttemptAsync();

        Assert.Equal("Withdraw", attempt.Operation);
        Assert.Equal(
            $"currency=usdt amount=100 protocol=TRX address={WalletBench.TronAddress} message=7",
            attempt.Summary
        );
    }

    private static Answer AnswerFor(string doubt) =>
        doubt switch
        {
            "closed" => Answer.Close,
            "reset" => Answer.Reset,
            "truncated" => Answer.Truncated(WalletExamples.WithdrawalCreated),
            "html" => Answer.Html(),
            "no serial" => Answer.Json("""{"data":{"serial":""}}"""),
            "empty" => Answer.Empty(),
            _ => Answer.Json("""{"error":"later"}""", int.Parse(doubt, null)),
        };
}
