using System.Globalization;
using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>What a person sees before a withdrawal leaves (bitopro.md section 5), and by which row of T12 it is judged.</summary>
public sealed class WithdrawalDraftTests
{
    [Fact]
    public async Task The_draft_of_a_coin_shows_everything_that_is_sent_and_both_readings_of_the_amount()
    {
        var (draft, endpoint, warnings) = await DraftAsync(WalletBench.Tether);

        Assert.Equal(
            [
                "Amount: 100 usdt",
                $"Address: {WalletBench.TronAddress}",
                "Registration: the address must have been registered at https://www.bitopro.com/address",
                "Network: TRX",
                "Memo: none",
                "Fee: 2 usdt",
                "If the fee is taken out of the amount: arrives 98 usdt, leaves your balance 100 usdt",
                "If the fee comes on top: arrives 100 usdt, leaves your balance 102 usdt",
                $"Sent to: {endpoint} (this machine)",
            ],
            draft.Lines.Select(line => $"{line.Label}: {line.Value}"),
            StringComparer.Ordinal
        );
        Assert.Equal($"100 usdt -> {WalletBench.TronAddress} (TRX)", draft.Subject);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task The_draft_of_twd_names_the_bank_account()
    {
        var (draft, _, _) = await DraftAsync(
            WalletBench.Bank with
            {
                BankAccountSerial = "12345",
                BankSerial = "812",
                Protocol = "main",
            }
        );

        Assert.Equal(
            [
                "Amount: 5000 twd",
                "Bank account: 12345",
                "Bank: 812",
                "Network: MAIN",
                "Fee: 15 twd",
                "If the fee is taken out of the amount: arrives 4985 twd, leaves your balance 5000 twd",
                "If the fee comes on top: arrives 5000 twd, leaves your balance 5015 twd",
            ],
            draft.Lines.SkipLast(1).Select(line => $"{line.Label}: {line.Value}"),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Twd_without_an_account_says_that_the_verified_one_is_taken()
    {
        var (draft, _, _) = await DraftAsync(WalletBench.Bank);

        Assert.Equal("5000 twd -> the verified bank account", draft.Subject);
    }

    [Fact]
    public async Task The_draft_is_Chinese_where_people_read_Chinese()
    {
        var (draft, _, _) = await DraftAsync(WalletBench.Tether);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("zh-TW");
            Assert.Equal("提領", draft.Action);
            Assert.Equal(
                ["數量", "地址", "地址登錄", "鏈", "備註", "手續費", "若手續費由數量內扣", "若手續費外加", "送往"],
                draft.Lines.Select(line => line.Label),
                StringComparer.Ordinal
            );
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("btc", null, "0.0005")] // its only row has an empty network
    [InlineData("btc", "MAIN", "0.0005")]
    [InlineData("usdt", "ERC20", "8")]
    [InlineData("usdt", "trx", "2")]
    public async Task The_fee_is_that_of_the_currency_on_the_network(string currency, string? protocol, string fee)
    {
        var (draft, _, warnings) = await DraftAsync(
            WalletBench.Tether with
            {
                Currency = currency,
                Protocol = protocol,
            }
        );

        Assert.Equal(decimal.Parse(fee, CultureInfo.InvariantCulture), draft.Fee);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("usdt", null, "MAIN", "It lists ERC20, TRX.")]
    [InlineData("usdt", "BSC", "BSC", "It lists ERC20, TRX.")]
    [InlineData("doge", null, "MAIN", "It does not list the currency.")]
    public async Task A_network_without_a_row_is_warned_of_and_left_to_the_service(
        string currency,
        string? protocol,
        string named,
        string known
    )
    {
        var (draft, _, warnings) = await DraftAsync(
            WalletBench.Tether with
            {
                Currency = currency,
                Protocol = protocol,
                Amount = "0.1",
            }
        );

        Assert.Null(draft.Fee);
        var warning = Assert.Single(warnings);
        Assert.Contains($"{currency} on {named}", warning, StringComparison.Ordinal);
        Assert.EndsWith(known, warning, StringComparison.Ordinal);
        Assert.Contains(draft.Lines, line => line is { Label: "Fee", Value: "not listed by the service" });
        Assert.Contains(draft.Lines, line => line.Value == $"arrives 0.1 {currency}, leaves your balance unknown");
    }

    [Fact]
    public async Task Fees_that_cannot_be_read_are_warned_of_and_left_to_the_service()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"error":"no"}""", 400));

        var draft = await bench.Client.DraftWithdrawalAsync(WalletBench.Tether, WalletBench.Cancel);

        Assert.Null(draft.Fee);
        Assert.Contains("could not be read", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_whose_receivers_usually_need_a_memo_is_warned_of()
    {
        var ticket = WalletBench.Tether with { Currency = "xrp", Protocol = null };

        var (draft, _, warnings) = await DraftAsync(ticket);
        Assert.Contains("memo or tag", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Contains(draft.Lines, line => line is { Label: "Memo", Value: "none; most receivers need one" });

        (draft, _, warnings) = await DraftAsync(ticket with { Message = "1234" });
        Assert.Empty(warnings);
        Assert.Contains(draft.Lines, line => line is { Label: "Memo", Value: "1234" });
    }

    [Fact]
    public void A_fee_above_the_amount_leaves_nothing_to_arrive()
    {
        var draft = WalletBench.TetherDraft with { Amount = 1, Fee = 2 };

        Assert.Equal(0, draft.ArrivesIfFeeIsTakenOut);
        Assert.Equal(3, draft.LeavesIfFeeIsOnTop);
    }

    [Fact]
    public async Task An_amount_too_large_to_be_computed_with_is_refused()
    {
        await using var bench = new BitoProBench(WalletBench.WithFees());

        await Caught.ErrorAsync(
            "BitoPro.InvalidNumber",
            () =>
                bench.Client.DraftWithdrawalAsync(
                    new WithdrawalTicket
                    {
                        Currency = "atom",
                        Amount = "79228162514264337593543950335",
                        Address = "rExample",
                        Message = "1",
                    },
                    WalletBench.Cancel
                )
        );
    }

    private static async Task<(BitoProWithdrawalDraft, Uri Endpoint, IReadOnlyList<string> Warnings)> DraftAsync(
        WithdrawalTicket ticket
    )
    {
        await using var bench = new BitoProBench(WalletBench.WithFees());
        var draft = await bench.Client.DraftWithdrawalAsync(ticket, WalletBench.Cancel);
        Assert.Equal(0, bench.Server.CountOf("POST", "/"));
        return (draft, bench.Server.Address, [.. bench.Warnings]);
    }
}
