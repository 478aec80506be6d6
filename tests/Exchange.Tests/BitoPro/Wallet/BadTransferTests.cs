using Exchange.BitoPro;
using Exchange.Storage;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>bitopro.md section 9, the rows about deposits and withdrawals that are asked for: the id, and not one request.</summary>
public sealed class BadTransferTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(1000)]
    public Task Row_18_a_page_of_the_wallet_holds_1_to_100(int size) =>
        BothRefuseAsync("LimitOutOfRange", new TransferQuery { Currency = "usdt", PageSize = size });

    [Fact]
    public async Task Row_22_a_window_of_90_days_and_a_millisecond_is_refused_and_90_days_are_not()
    {
        var query = new TransferQuery
        {
            Currency = "usdt",
            Since = Now.AddDays(-90).AddMilliseconds(-1),
            Until = Now,
        };
        await BothRefuseAsync("TimeWindow", query);

        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));
        await WalletBench.TakeAsync(
            bench.Client.GetDepositsAsync(query with { Since = Now.AddDays(-90) }, WalletBench.Cancel)
        );
        Assert.Equal(
            "startTimestamp=1692224000000&endTimestamp=1700000000000&limit=100",
            Assert.Single(bench.Server.Requests).Query
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public Task Row_22_a_window_that_does_not_begin_before_its_end_is_refused(int milliseconds) =>
        BothRefuseAsync(
            "TimeWindow",
            new TransferQuery
            {
                Currency = "usdt",
                Since = Now.AddMilliseconds(milliseconds),
                Until = Now,
            }
        );

    [Theory]
    [InlineData("usdt", "WAIT_CONFIRMATION", true)]
    [InlineData("twd", "WAIT_CONFIRMATION", true)]
    [InlineData("twd", "WAIT_CONFIRMATION", false)]
    [InlineData("twd", "EXPIRED", true)]
    [InlineData("twd", "EXPIRED", false)]
    [InlineData("usdt", "FAILED", true)]
    [InlineData("usdt", "FAILED", false)]
    [InlineData("usdt", "EMAIL_VERIFICATION", true)]
    [InlineData("usdt", "COMPLETE,FAILED", false)]
    [InlineData("usdt", "DONE", false)]
    [InlineData("usdt", "", false)]
    [InlineData("usdt", " COMPLETE", false)]
    public async Task Row_24_a_status_of_another_column_is_refused(string currency, string status, bool isDeposit)
    {
        var query = new TransferQuery { Currency = currency, Statuses = ["COMPLETE", status] };

        await NothingIsSentAsync("InvalidStatus", isDeposit ? c => Deposits(c, query) : c => Withdrawals(c, query));
    }

    [Fact]
    public Task Row_25_twd_has_no_transaction_id() =>
        BothRefuseAsync("TxIdNotSupported", new TransferQuery { Currency = "twd", TxId = "ab12" });

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public Task A_transaction_id_is_printable_and_without_blanks(string txId) =>
        BothRefuseAsync("InvalidTxId", new TransferQuery { Currency = "usdt", TxId = txId });

    [Theory]
    [InlineData("USDT (ETH-ERC20)")]
    [InlineData("USDT")]
    [InlineData("")]
    [InlineData("usdt/id")]
    [InlineData("..")]
    [InlineData("usdt\n")]
    public async Task Row_26_a_currency_of_another_spelling_is_refused_by_every_call(string currency)
    {
        await BothRefuseAsync("InvalidCurrency", new TransferQuery { Currency = currency });
        await NothingIsSentAsync(
            "InvalidCurrency",
            c => c.GetWithdrawalAsync(currency, "20240101TW1", null, WalletBench.Cancel)
        );
        await NothingIsSentAsync(
            "InvalidCurrency",
            c => c.DraftWithdrawalAsync(WalletBench.Tether with { Currency = currency }, WalletBench.Cancel)
        );
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("20240101TW1", "43")]
    [InlineData("", "")]
    public Task Row_31_a_withdrawal_is_looked_up_by_exactly_one_of_serial_and_id(string? serial, string? id) =>
        NothingIsSentAsync("InvalidLookup", c => c.GetWithdrawalAsync("twd", serial, id, WalletBench.Cancel));

    [Theory]
    [InlineData("")]
    [InlineData("id/43")]
    [InlineData("1 2")]
    [InlineData("12345678901234567890123456789012345678901")]
    public async Task Ids_and_serials_cannot_become_another_path(string text)
    {
        await NothingIsSentAsync("InvalidSerial", c => c.GetWithdrawalAsync("twd", text, null, WalletBench.Cancel));
        await NothingIsSentAsync("InvalidTransferId", c => c.GetWithdrawalAsync("twd", null, text, WalletBench.Cancel));
        await BothRefuseAsync("InvalidTransferId", new TransferQuery { Currency = "usdt", FromId = text });
    }

    [Fact]
    public async Task Row_32_nothing_of_the_wallet_is_asked_or_sent_without_credentials()
    {
        Func<BitoProClient, Task>[] calls =
        [
            c => Deposits(c, new TransferQuery { Currency = "usdt" }),
            c => Withdrawals(c, new TransferQuery { Currency = "usdt" }),
            c => c.GetWithdrawalAsync("usdt", null, "43", WalletBench.Cancel),
            c => c.DraftWithdrawalAsync(WalletBench.Tether, WalletBench.Cancel),
            c => Task.FromResult(c.Withdraw(WalletBench.TetherDraft, null)),
        ];
        foreach (var call in calls)
        {
            await using var bench = new BitoProBench(new BenchOptions { IsSignedIn = false }, Answer.Empty());

            var error = await Caught.ErrorAsync("BitoPro.CredentialsMissing", () => call(bench.Client));

            Assert.Contains(
                "BITOPRO_API_KEY, BITOPRO_API_SECRET, BITOPRO_EMAIL",
                error.Message,
                StringComparison.Ordinal
            );
            Assert.Equal(0, bench.Server.Count);
        }
    }

    [Theory]
    [InlineData("key\r\n", "secret")]
    [InlineData("key", " secret")]
    public void Row_33_broken_credentials_never_make_a_client(string key, string secret) =>
        Caught.Error(
            "BitoPro.CredentialsInvalid",
            () => BitoProCredentials.From(Secret.From(key), Secret.From(secret), "trader@example.com")
        );

    private static async Task BothRefuseAsync(string id, TransferQuery query)
    {
        await NothingIsSentAsync(id, c => Deposits(c, query));
        await NothingIsSentAsync(id, c => Withdrawals(c, query));
    }

    private static async Task NothingIsSentAsync(string id, Func<BitoProClient, Task> call)
    {
        await using var bench = new BitoProBench(Answer.Empty());

        await Caught.ErrorAsync($"BitoPro.{id}", () => call(bench.Client));

        Assert.Equal(0, bench.Server.Count);
    }

    private static Task Deposits(BitoProClient client, TransferQuery query) =>
        WalletBench.TakeAsync(client.GetDepositsAsync(query, WalletBench.Cancel));

    private static Task Withdrawals(BitoProClient client, TransferQuery query) =>
        WalletBench.TakeAsync(client.GetWithdrawalsAsync(query, WalletBench.Cancel));
}
