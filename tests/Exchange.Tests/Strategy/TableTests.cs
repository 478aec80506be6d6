using Exchange.Strategy;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>The tables of strategy.md 12 and 13, and what follows from a row.</summary>
public sealed class TableTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    public static TheoryData<long> Codes => [.. BackendCodes.All.Select(row => row.Code)];

    [Fact]
    public void The_codes_are_those_of_the_contract_in_its_order() =>
        Assert.Equal(
            "100 10019 10026 10106 60002 60003 60006 60009 60014 60015 60017 60018 60030 100005 100007 100008 100010 100012",
            string.Join(' ', BackendCodes.All.Select(row => row.Code))
        );

    [Fact]
    public void The_retries_are_those_of_the_contract()
    {
        Assert.Equal([60003L, 100007L], Rows(BackendRetry.Once));
        Assert.Equal([60018L], Rows(BackendRetry.AfterActivation));
        Assert.Equal([10019L, 100005L], Rows(BackendRetry.Never));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_is_matched_by_its_integer_and_never_by_its_message(long code)
    {
        if (code == 10026)
        {
            return;
        }
        var row = BackendCodes.Find(code)!;
        _bench.Script("getOpenOrder", StrategyBench.Refused(code, "60018 said the message"));
        _bench.Script("openOrderDetail", StrategyBench.Refused(code));

        var told = await _bench.FailsAsync(() =>
            _bench.Client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel)
        );
        var silent = await _bench.FailsAsync(() => _bench.Client.GetOrderAsync("1", null, null, StrategyBench.Cancel));

        Assert.Equal($"Strategy.Backend.{code}", told.ErrorId);
        Assert.Equal($"{row.Name} ({code}): 60018 said the message", told.Message);
        Assert.Equal(row.Remedy, told.Remedy);
        Assert.Equal($"{row.Name} ({code}): {row.Fallback}", silent.Message);
        Assert.Empty(_bench.To("getAttestDocHex"));
    }

    [Theory]
    [InlineData("""{"code":4711,"errorMessage":"odd"}""", "Strategy.Backend.4711", "Unknown (4711): odd")]
    [InlineData("""{"code":"4711","msg":"  ","detailMsg":"deep"}""", "Strategy.Backend.4711", "Unknown (4711): deep")]
    [InlineData("""{"code":50114}""", "Wallet.NotLoggedIn", "The service knows no session.")]
    [InlineData("""{"msg":"no code"}""", "Http.NotJson", null)]
    [InlineData("""{"code":"x"}""", "Http.NotJson", null)]
    [InlineData("""[]""", "Http.NotJson", null)]
    [InlineData("""{"code":0,"data":{"dataList":5}}""", "Http.NotJson", null)]
    public async Task Other_answers_are_errors_too(string json, string id, string? message)
    {
        _bench.Script("getOpenOrder", Answer.Json(json));

        var error = await _bench.FailsAsync(() =>
            _bench.Client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel)
        );

        Assert.Equal(id, error.ErrorId);
        Assert.Equal(message ?? error.Message, error.Message);
    }

    [Fact]
    public async Task A_4xx_with_an_envelope_is_what_the_envelope_says()
    {
        _bench.Script("getOpenOrder", Answer.Json("""{"code":60006,"msg":"full"}""", 400));

        Assert.Equal(
            "Strategy.Backend.60006",
            (
                await _bench.FailsAsync(() =>
                    _bench.Client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel)
                )
            ).ErrorId
        );
    }

    [Fact]
    public async Task A_look_up_may_be_answered_with_the_bare_list()
    {
        _bench.Script(
            "price",
            Answer.Json(
                $$"""[{"chainIndex":"42161","tokenContractAddress":"{{Vectors.Arb.ToUpperInvariant().Replace("0X", "0x", StringComparison.Ordinal)}}","price":1.5e-7}]"""
            )
        );

        var price = (await _bench.Client.GetPricesAsync("arb", [Vectors.Arb], StrategyBench.Cancel))[0].Value!;

        Assert.Equal(("0.00000015", 0.00000015m), (price.PriceText, price.Price));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_once_more_for_reads_only()
    {
        _bench.Script("getOpenOrder", Answer.Close);
        Assert.Empty(
            (await _bench.PassTime(_bench.Client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel))).List
        );
        Assert.Equal(2, _bench.To("getOpenOrder").Count);
    }

    [Fact]
    public void The_events_are_the_28_of_the_contract()
    {
        Assert.Equal(28, ExecutionEvents.All.Count);
        Assert.Equal(28, ExecutionEvents.All.Select(row => row.Code).Distinct().Count());
        Assert.Equal(
            [3010, 3019, 3020, 3023],
            ExecutionEvents.All.Where(row => row.IsTerminal).Select(row => row.Code)
        );
        Assert.All(ExecutionEvents.All, row => Assert.DoesNotContain(row.English, c => c > '\u00ff'));
        Assert.All(ExecutionEvents.All, row => Assert.Contains(row.Chinese, c => c is >= '\u4e00' and <= '\u9fff'));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static IEnumerable<long> Rows(BackendRetry retry) =>
        BackendCodes.All.Where(row => row.Retry == retry).Select(row => row.Code);
}
