using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>bitopro.md section 9, the rows about withdrawals that are made: the id, and not one request.</summary>
public sealed class BadWithdrawalTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("1e-3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0.00000000000000000000000000001")]
    public Task Row_12_an_amount_is_plain_digits_above_zero(string? amount) =>
        RefusedAsync("InvalidNumber", WalletBench.Tether with { Amount = amount });

    [Theory]
    [InlineData("4.99999999")]
    [InlineData("1000.00000001")]
    public async Task Row_14_an_amount_outside_the_networks_limits_is_never_sent(string amount)
    {
        await using var bench = new BitoProBench(WalletBench.WithFees());

        await Caught.ErrorAsync(
            "BitoPro.AmountOutOfRange",
            () => bench.Client.DraftWithdrawalAsync(WalletBench.Tether with { Amount = amount }, WalletBench.Cancel)
        );

        Assert.Equal(0, bench.Server.CountOf("POST", "/"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("1000")]
    public async Task Row_14_the_limits_themselves_are_allowed(string amount)
    {
        await using var bench = new BitoProBench(WalletBench.WithFees());

        await bench.Client.DraftWithdrawalAsync(WalletBench.Tether with { Amount = amount }, WalletBench.Cancel);

        Assert.Empty(bench.Warnings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public Task Row_27_a_coin_is_not_withdrawn_without_an_address(string? address) =>
        RefusedAsync(
            "AddressRequired",
            new WithdrawalTicket
            {
                Currency = "btc",
                Amount = "1",
                Address = address,
            }
        );

    [Theory]
    [InlineData(" TX1")]
    [InlineData("TX1\r\n")]
    [InlineData("TX 1")]
    [InlineData("TХ1")] // a Cyrillic letter
    public Task An_address_is_never_trimmed_or_guessed(string address) =>
        RefusedAsync("InvalidAddress", WalletBench.Tether with { Address = address });

    [Fact]
    public async Task Row_28_twd_takes_no_address_and_no_network()
    {
        await RefusedAsync("UnexpectedParameter", WalletBench.Bank with { Address = "TX1" });
        await RefusedAsync("UnexpectedParameter", WalletBench.Bank with { Protocol = "ERC20" });
    }

    [Fact]
    public async Task Row_28_a_coin_takes_no_bank_fields()
    {
        await RefusedAsync("UnexpectedParameter", WalletBench.Tether with { BankAccountSerial = "1" });
        await RefusedAsync("UnexpectedParameter", WalletBench.Tether with { BankSerial = "812" });
    }

    [Theory]
    [InlineData("bnb", null)]
    [InlineData("eos", null)]
    [InlineData("eos", "")]
    public Task Row_29_bnb_and_eos_need_a_message(string currency, string? message) =>
        RefusedAsync(
            "MessageRequired",
            new WithdrawalTicket
            {
                Currency = currency,
                Amount = "1",
                Address = "receiver1234",
                Message = message,
            }
        );

    [Theory]
    [InlineData(" 7")]
    [InlineData("7\n")]
    [InlineData("7\u202E1")]
    public Task A_message_is_never_trimmed(string message) =>
        RefusedAsync("InvalidMessage", WalletBench.Tether with { Message = message });

    [Theory]
    [InlineData("TRC20", "TRX")]
    [InlineData("trc20", "TRX")]
    [InlineData("ETH", "ERC20")]
    [InlineData("BEP20", "BSC")]
    public async Task Row_30_a_network_of_another_name_is_hinted_at_and_not_used(string protocol, string hint)
    {
        var error = await RefusedAsync("InvalidProtocol", WalletBench.Tether with { Protocol = protocol });

        Assert.StartsWith($"Do you mean {hint}?", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SOL")]
    [InlineData("TRX ")]
    [InlineData("TRX,BSC")]
    public async Task Row_30_a_network_that_does_not_exist_is_refused(string protocol)
    {
        var error = await RefusedAsync("InvalidProtocol", WalletBench.Tether with { Protocol = protocol });

        Assert.Contains("Get-BitoProFee -Withdrawal", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIN")]
    [InlineData("ERC20")]
    [InlineData("OMNI")]
    [InlineData("TRX")]
    [InlineData("BSC")]
    [InlineData("POLYGON")]
    public async Task Every_network_of_the_contract_is_taken_in_any_case(string protocol)
    {
        await using var bench = new BitoProBench(WalletBench.WithFees());

        var draft = await bench.Client.DraftWithdrawalAsync(
            WalletBench.Tether with
            {
                Protocol = protocol.ToLowerInvariant(),
            },
            WalletBench.Cancel
        );

        Assert.Equal(protocol, draft.Protocol);
    }

    private static async Task<ExchangeException> RefusedAsync(string id, WithdrawalTicket ticket)
    {
        await using var bench = new BitoProBench(Answer.Empty());

        var error = await Caught.ErrorAsync(
            $"BitoPro.{id}",
            () => bench.Client.DraftWithdrawalAsync(ticket, WalletBench.Cancel)
        );

        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        Assert.Equal(0, bench.Server.Count);
        return error;
    }
}
