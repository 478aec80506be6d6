using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.BitoPro.Wallet;

/// <summary>T22: New-BitoProWithdrawal, down the write corridor and not a second time.</summary>
public sealed class NewWithdrawalTests : IDisposable
{
    private const string Address = "TXYZexampleaddr000000000000000000";
    private const string Tether = $"New-BitoProWithdrawal usdt 100 {Address} TRX";

    private readonly CmdletHarness _session = new();

    [Theory]
    [InlineData(Tether)]
    [InlineData($"New-BitoProWithdrawal -Currency usdt -Amount 100.00 -Address {Address} -Protocol trx")]
    public async Task A_coin_is_withdrawn_and_the_receipt_names_serial_and_attempt(string line)
    {
        var receipt = (await _session.RunAsync($"{line} -Confirm:$false")).DoneWithOne<BitoProWithdrawalReceipt>();

        Assert.Equal((98m, 2m, 100m), (receipt.Amount, receipt.Fee, receipt.Total));
        Assert.Equal(("usdt", "TRX", Address), (receipt.Currency, receipt.Protocol, receipt.Address));
        var attempt = await _session.OnlyAttemptAsync();
        Assert.Equal((receipt.AttemptId, "Withdraw"), (attempt.AttemptId, attempt.Operation));
        Assert.Equal((AttemptState.Accepted, receipt.Serial), (attempt.State, attempt.Reference));
        Assert.Equal(99_900m, _session.Simulator.BitoPro.BalanceOf("rehearsal", "usdt").Available);
    }

    [Fact]
    public async Task Twd_goes_to_the_verified_bank_account()
    {
        var receipt = (
            await _session.RunAsync("New-BitoProWithdrawal twd 5000 -Confirm:$false")
        ).DoneWithOne<BitoProWithdrawalReceipt>();

        Assert.Equal(("twd", 4_985m, "0000xx1111"), (receipt.Currency, receipt.Amount, receipt.Address));
    }

    [Fact]
    public async Task The_receipt_leads_to_the_withdrawal()
    {
        var run = await _session.RunAsync($"{Tether} -Confirm:$false | Get-BitoProWithdrawal");

        var withdrawal = run.DoneWithOne<BitoProWithdrawal>();
        Assert.Equal(("WAIT_PROCESS", false, 100m), (withdrawal.Status, withdrawal.IsFinal, withdrawal.Total));
    }

    [Fact]
    public async Task Rows_of_a_file_become_withdrawals_and_empty_cells_say_nothing()
    {
        var run = await _session.RunAsync(
            "New-BitoProWithdrawal -Confirm:$false",
            Row("usdt", "100", Address, "TRX", ""),
            Row("twd", "5000", "", "", "")
        );

        Assert.Equal(2, run.Done<BitoProWithdrawalReceipt>().Count);
    }

    [Fact]
    public async Task What_if_shows_the_whole_draft_and_sends_and_writes_nothing()
    {
        var run = await _session.RunAsync($"{Tether} -WhatIf");

        run.Done();
        string[] lines =
        [
            $"Withdraw: 100 usdt -> {Address} (TRX)",
            "registered at https://www.bitopro.com/address",
            "Fee: 2 usdt",
            "arrives 98 usdt, leaves your balance 100 usdt",
            "arrives 100 usdt, leaves your balance 102 usdt",
            $"Sent to: {_session.Simulator.BitoProAddress} (this machine)",
        ];
        Assert.All(lines, line => Assert.Contains(line, run.HostText, StringComparison.Ordinal));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Without_a_terminal_the_draft_comes_with_the_error_and_nothing_is_sent()
    {
        var run = await _session.RunAsync(Tether);

        run.Failed("BitoPro.ConfirmationRequired");
        Assert.IsType<BitoProWithdrawalDraft>(run.OnlyError().TargetObject);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_no_on_the_terminal_sends_and_writes_nothing()
    {
        _session.Answer("N");

        (await _session.RunAsync(Tether)).Done();

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_lost_withdrawal_is_unknown_sent_once_and_settled_by_asking()
    {
        _session.Simulator.Faults.Next(FaultKind.DropAfter, method: "POST");
        (await _session.RunAsync($"{Tether} -AttemptId w-1 -Confirm:$false")).Failed("BitoPro.OutcomeUnknown");

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt w-1")).DoneWithOne<Attempt>();

        Assert.Single(_session.Writes);
        Assert.Equal(AttemptState.Accepted, attempt.State);
        var found = await _session.RunAsync($"Get-BitoProWithdrawal usdt {attempt.Reference}");
        Assert.Equal(100m, found.DoneWithOne<BitoProWithdrawal>().Total);
    }

    [Fact]
    public async Task A_withdrawal_that_never_arrived_is_settled_as_rejected_after_quiet_time()
    {
        _session.Simulator.Faults.Next(FaultKind.DropBefore, method: "POST");
        (await _session.RunAsync($"{Tether} -Confirm:$false")).Failed("BitoPro.OutcomeUnknown");

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt -Wait")).DoneWithOne<Attempt>();

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Single(_session.Writes);
        Assert.Equal(100_000m, _session.Simulator.BitoPro.BalanceOf("rehearsal", "usdt").Available);
    }

    [Fact]
    public async Task The_same_attempt_is_never_sent_twice()
    {
        (await _session.RunAsync($"{Tether} -AttemptId w-1 -Confirm:$false")).Done();

        _ = (await _session.RunAsync($"{Tether} -AttemptId w-1 -Confirm:$false")).OnlyError();

        Assert.Single(_session.Writes);
    }

    [Fact]
    public async Task An_address_that_is_not_registered_is_the_services_refusal()
    {
        var run = await _session.RunAsync("New-BitoProWithdrawal usdt 100 TNotRegistered TRX -Confirm:$false");

        Assert.Contains(
            "https://www.bitopro.com/address",
            run.Failed("BitoPro.AddressNotRegistered").Remedy,
            StringComparison.Ordinal
        );
        Assert.Equal(AttemptState.Rejected, (await _session.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_network_without_a_listed_fee_is_warned_of_before_the_question()
    {
        var run = await _session.RunAsync($"New-BitoProWithdrawal usdt 100 {Address} -WhatIf");

        Assert.Contains(
            "It lists ERC20, TRX, BSC, POLYGON.",
            Assert.Single(run.Warnings).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("usdt 4.99 TX1 TRX", "AmountOutOfRange")] // row 14
    [InlineData("usdt 1,000 TX1 TRX", "InvalidNumber")] // row 12
    [InlineData("usdt 1e2 TX1 TRX", "InvalidNumber")] // row 12
    [InlineData("USDT 100 TX1 TRX", "InvalidCurrency")] // row 26
    [InlineData("btc 1", "AddressRequired")] // row 27
    [InlineData("twd 5000 TX1", "UnexpectedParameter")] // row 28
    [InlineData("btc 1 bc1x -BankAccountSerial 1", "UnexpectedParameter")] // row 28
    [InlineData("bnb 1 bnb1x", "MessageRequired")] // row 29
    [InlineData("usdt 100 TX1 TRC20", "InvalidProtocol")] // row 30
    public async Task Bad_input_is_refused_and_nothing_is_sent(string arguments, string id)
    {
        (await _session.RunAsync($"New-BitoProWithdrawal {arguments} -Confirm:$false")).Failed($"BitoPro.{id}");

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Row_32_without_credentials_nothing_is_asked_or_sent()
    {
        using var session = new CmdletHarness(new HarnessOptions { ByEndpoint = true });
        _ = session.Environment.TryRemove("BITOPRO_API_SECRET", out _);

        foreach (var line in new[] { Tether, "Get-BitoProDeposit usdt", "Get-BitoProWithdrawal usdt 1" })
        {
            var error = (await session.RunAsync(line)).Failed("BitoPro.CredentialsMissing");
            Assert.Contains("BITOPRO_API_SECRET", error.Message, StringComparison.Ordinal);
        }
        Assert.Empty(session.Requests);
    }

    [Theory]
    [InlineData("Memo")]
    [InlineData("Tag")]
    [InlineData("Message")]
    public async Task A_memo_goes_by_its_usual_names(string name)
    {
        var run = await _session.RunAsync($"New-BitoProWithdrawal xrp 10 rExample -{name} 1234 -WhatIf");

        Assert.Contains("Memo: 1234", run.HostText, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private async Task AssertNothingHappenedAsync()
    {
        Assert.Empty(_session.Writes);
        Assert.Empty(await _session.AttemptsAsync());
    }

    private static PSObject Row(string currency, string amount, string address, string protocol, string message)
    {
        var row = new PSObject();
        (string Name, string Value)[] cells =
        [
            ("Currency", currency),
            ("Amount", amount),
            ("Address", address),
            ("Protocol", protocol),
            ("Message", message),
        ];
        Array.ForEach(cells, cell => row.Properties.Add(new PSNoteProperty(cell.Name, cell.Value)));
        return row;
    }
}
