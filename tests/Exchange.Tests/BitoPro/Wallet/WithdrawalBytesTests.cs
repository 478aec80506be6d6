using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>T22 byte for byte: key order, the nonce's place, and that what is signed is what is sent (bitopro.md 1.4, 1.5, 1.8).</summary>
public sealed class WithdrawalBytesTests
{
    private const long Now = 1_700_000_000_130;

    [Fact]
    public async Task V7_leaves_as_its_very_bytes()
    {
        var request = await SentAsync(WalletBench.TetherDraft);

        Assert.Equal("POST /v3/wallet/withdraw/usdt", request.Endpoint);
        Assert.Equal(Vectors.V7.Json, request.BodyText);
        Assert.Equal(Vectors.V7.Signature, request.Header("X-BITOPRO-SIGNATURE"));
        Assert.Equal(Convert.ToBase64String(request.Body), request.Header("X-BITOPRO-PAYLOAD"));
        Assert.Equal("application/json", request.Header("Content-Type"));
    }

    [Fact]
    public async Task A_drafted_ticket_leaves_as_the_same_bytes()
    {
        await using var bench = new BitoProBench(At(Now), WalletBench.WithFees());
        var draft = await bench.Client.DraftWithdrawalAsync(WalletBench.Tether, WalletBench.Cancel);

        await bench.WithdrawAsync(draft);

        Assert.Equal(Vectors.V7.Json, bench.Server.Requests[^1].BodyText);
    }

    [Fact]
    public async Task Docs_placement_leaves_the_nonce_out_and_signs_what_it_sends()
    {
        var request = await SentAsync(WalletBench.TetherDraft, NoncePlacement.Docs);

        Assert.Equal(Vectors.V7.Json.Replace($",\"nonce\":{Now}", "", StringComparison.Ordinal), request.BodyText);
        Assert.Equal(Convert.ToBase64String(request.Body), request.Header("X-BITOPRO-PAYLOAD"));
    }

    [Fact]
    public async Task The_message_comes_behind_the_address_and_is_not_escaped()
    {
        var request = await SentAsync(
            WalletBench.TetherDraft with
            {
                Currency = "xrp",
                Amount = 12.50m,
                Protocol = null,
                Address = "rExample",
                Message = "<備註>+1",
            }
        );

        Assert.Equal(
            $$"""{"amount":"12.5","address":"rExample","message":"<備註>+1","nonce":{{Now}}}""",
            request.BodyText
        );
    }

    [Fact]
    public async Task A_bank_withdrawal_names_account_and_bank_before_the_nonce()
    {
        var request = await SentAsync(
            new BitoProWithdrawalDraft
            {
                Currency = "twd",
                Amount = 5000,
                BankAccountSerial = "12345",
                BankSerial = "812",
            }
        );

        Assert.Equal("POST /v3/wallet/withdraw/twd", request.Endpoint);
        Assert.Equal(
            $$"""{"amount":"5000","bankAccountSerial":"12345","bankSerial":"812","nonce":{{Now}}}""",
            request.BodyText
        );
    }

    [Fact]
    public async Task What_is_not_given_is_not_sent()
    {
        await using var bench = new BitoProBench(At(Now), WalletBench.WithFees());
        var draft = await bench.Client.DraftWithdrawalAsync(
            WalletBench.Bank with
            {
                Protocol = "",
                Message = "",
                Address = "",
                BankSerial = "",
                BankAccountSerial = "",
            },
            WalletBench.Cancel
        );

        await bench.WithdrawAsync(draft);

        Assert.Equal($$"""{"amount":"5000","nonce":{{Now}}}""", bench.Server.Requests[^1].BodyText);
    }

    [Theory]
    [InlineData(WalletExamples.WithdrawalCreated, null)]
    [InlineData(WalletExamples.FullWithdrawalCreated, "m")]
    public async Task The_receipt_reports_the_services_figures(string answer, string? message)
    {
        await using var bench = new BitoProBench(Answer.Json(answer));

        var receipt = (await bench.WithdrawAsync())!.Answer;

        Assert.Equal(("20240101BW00000003", "44", "usdt"), (receipt.Serial, receipt.Id, receipt.Currency));
        Assert.Equal((98m, 2m, 100m), (receipt.Amount, receipt.Fee, receipt.Total));
        Assert.Equal(("TRX", "TX…", message), (receipt.Protocol, receipt.Address, receipt.Message));
        Assert.Empty(receipt.GetExtensionData());
        var attempt = await bench.OnlyAttemptAsync();
        Assert.Equal((AttemptState.Accepted, "20240101BW00000003"), (attempt.State, attempt.Reference));
    }

    [Fact]
    public async Task An_old_answer_without_an_id_is_a_receipt_all_the_same()
    {
        await using var bench = new BitoProBench(
            Answer.Json(WalletExamples.WithdrawalCreated.Replace(",\"id\":\"44\"", "", StringComparison.Ordinal))
        );

        Assert.Null((await bench.WithdrawAsync())!.Answer.Id);
    }

    private static async Task<ReceivedRequest> SentAsync(
        BitoProWithdrawalDraft draft,
        NoncePlacement placement = NoncePlacement.Seed
    )
    {
        await using var bench = new BitoProBench(
            At(Now) with
            {
                NoncePlacement = placement,
            },
            Answer.Json(WalletExamples.WithdrawalCreated)
        );
        await bench.WithdrawAsync(draft);
        return Assert.Single(bench.Server.Requests);
    }

    private static BenchOptions At(long now) =>
        new() { Clock = new ManualClock(DateTimeOffset.FromUnixTimeMilliseconds(now)) };
}
