using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.BitoPro.Wallet;

/// <summary>T19, T20 and T21: Get-BitoProDeposit and Get-BitoProWithdrawal.</summary>
public sealed class TransferHistoryTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Deposits_come_newest_first_and_each_once_whatever_the_page_size()
    {
        var whole = (await _session.RunAsync("Get-BitoProDeposit usdt")).Done<BitoProDeposit>();
        var paged = (await _session.RunAsync("Get-BitoProDeposit usdt -PageSize 7")).Done<BitoProDeposit>();

        Assert.Equal(60, whole.Count);
        Assert.Equal(whole.Select(deposit => deposit.Id), paged.Select(deposit => deposit.Id));
        Assert.Equal(whole.OrderByDescending(deposit => deposit.CreatedAt), whole);
        Assert.All(whole, deposit => Assert.Equal("usdt", deposit.Currency));
        Assert.All(whole, deposit => Assert.NotNull(deposit.StatusLabel));
    }

    [Theory]
    [InlineData("Get-BitoProDeposit usdt -First 5")]
    [InlineData("Get-BitoProWithdrawal usdt -First 5")]
    public async Task First_asks_for_no_more_than_it_gives(string line)
    {
        Assert.Equal(5, (await _session.RunAsync(line)).Done<BitoProTransfer>().Count);

        Assert.EndsWith("limit=5", Assert.Single(_session.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_transfer_comes_before_the_second_page_is_asked_for()
    {
        await _session.RunFirstAsync(10, "Get-BitoProWithdrawal twd -PageSize 10");

        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task Statuses_are_joined_and_take_any_case()
    {
        var run = await _session.RunAsync("Get-BitoProWithdrawal usdt -Status complete,CANCELLED");

        Assert.All(
            run.Done<BitoProWithdrawal>(),
            withdrawal => Assert.True(withdrawal is { Status: "COMPLETE" or "CANCELLED", IsFinal: true })
        );
        Assert.Contains(
            "statuses=COMPLETE%2CCANCELLED",
            Assert.Single(_session.Requests).Path,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_transaction_finds_its_deposit()
    {
        var one = (
            await _session.RunAsync("Get-BitoProDeposit usdt -Status COMPLETE -First 1")
        ).DoneWithOne<BitoProDeposit>();

        var found = (
            await _session.RunAsync($"Get-BitoProDeposit usdt -TxId {one.TxId}")
        ).DoneWithOne<BitoProDeposit>();

        Assert.Equal(one, found);
    }

    [Fact]
    public async Task A_window_bounds_the_history_from_both_sides()
    {
        var run = await _session.RunAsync(
            "Get-BitoProDeposit btc -Since 2026-02-01T00:00:00Z -Until 2026-02-11T00:00:00Z"
        );

        Assert.Equal(10, run.Done<BitoProDeposit>().Count);
    }

    [Fact]
    public async Task A_cursor_begins_with_the_transfer_it_names()
    {
        var all = (await _session.RunAsync("Get-BitoProWithdrawal eth")).Done<BitoProWithdrawal>();

        var rest = await _session.RunAsync($"Get-BitoProWithdrawal eth -FromId {all[10].Id}");

        Assert.Equal(all.Skip(10).Select(one => one.Id), rest.Done<BitoProWithdrawal>().Select(one => one.Id));
    }

    [Fact]
    public async Task One_withdrawal_is_found_by_its_serial_and_by_its_id()
    {
        var one = (await _session.RunAsync("Get-BitoProWithdrawal twd -First 1")).DoneWithOne<BitoProWithdrawal>();

        foreach (var line in new[] { $"-Serial {one.Serial}", one.Serial, $"-Id {one.Id}" })
        {
            var found = (await _session.RunAsync($"Get-BitoProWithdrawal twd {line}")).DoneWithOne<BitoProWithdrawal>();
            Assert.Equal((one.Id, one.Serial, one.Total), (found.Id, found.Serial, found.Total));
        }
    }

    [Fact]
    public async Task A_serial_that_is_not_known_does_not_keep_the_others_back()
    {
        var one = (await _session.RunAsync("Get-BitoProWithdrawal twd -First 1")).DoneWithOne<BitoProWithdrawal>();

        var run = await _session.RunAsync($"Get-BitoProWithdrawal twd NoSuch,{one.Serial}");

        Assert.Equal("Check the currency, and the serial or the id.", run.Failed("BitoPro.NotFound").Remedy);
        Assert.Equal(one.Id, Assert.Single(run.OutputOf<BitoProWithdrawal>()).Id);
    }

    [Fact]
    public async Task What_a_withdrawal_has_become_is_asked_by_piping_it()
    {
        var run = await _session.RunAsync("Get-BitoProWithdrawal usdt -First 3 | Get-BitoProWithdrawal");

        Assert.Equal(3, run.Done<BitoProWithdrawal>().Count);
        Assert.Equal(
            3,
            _session.Requests.Count(request =>
                request.Path.Contains("/wallet/withdraw/usdt/", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Currencies_come_through_the_pipeline()
    {
        var run = await _session.RunAsync("Get-BitoProDeposit -First 1", "btc", "eth");

        Assert.Equal(["btc", "eth"], run.Done<BitoProDeposit>().Select(deposit => deposit.Currency));
    }

    [Theory]
    [InlineData("Get-BitoProDeposit usdt -PageSize 101", "LimitOutOfRange")] // row 18
    [InlineData("Get-BitoProWithdrawal usdt -Since 2025-12-01T04:05:06Z -Until 2026-03-02T04:05:06Z", "TimeWindow")] // row 22
    [InlineData("Get-BitoProDeposit usdt -Status WAIT_CONFIRMATION", "InvalidStatus")] // row 24
    [InlineData("Get-BitoProWithdrawal twd -Status EXPIRED", "InvalidStatus")] // row 24
    [InlineData("Get-BitoProWithdrawal twd -TxId ab12", "TxIdNotSupported")] // row 25
    [InlineData("Get-BitoProDeposit USDT", "InvalidCurrency")] // row 26
    [InlineData("Get-BitoProDeposit ''", "InvalidCurrency")] // row 26
    [InlineData("Get-BitoProWithdrawal 'USDT (ETH-ERC20)'", "InvalidCurrency")] // row 26
    [InlineData("Get-BitoProWithdrawal usdt -Serial S1 -Id 1", "InvalidLookup")] // row 31
    [InlineData("Get-BitoProWithdrawal usdt -Serial ''", "InvalidSerial")]
    [InlineData("Get-BitoProWithdrawal usdt -Id a/b", "InvalidTransferId")]
    public async Task Bad_input_is_refused_and_nothing_is_asked(string line, string id)
    {
        (await _session.RunAsync(line)).Failed($"BitoPro.{id}");

        Assert.Empty(_session.Requests);
    }

    public void Dispose() => _session.Dispose();
}
