using System.Text.Json;
using Exchange.BitoPro;
using Exchange.BitoPro.Wire;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>Every documented answer of bitopro.md 2.4: decoded with nothing left over and nothing missing.</summary>
public sealed class WalletExampleTests
{
    private static readonly TransferQuery Usdt = new() { Currency = "usdt" };

    public static TheoryData<ReadCall> Calls =>
        [
            Call(
                "T19",
                "/wallet/depositHistory/usdt?limit=100",
                WalletExamples.FullTransfers,
                async c => [.. await WalletBench.TakeAsync(c.GetDepositsAsync(Usdt, WalletBench.Cancel))]
            ),
            Call(
                "T20",
                "/wallet/withdrawHistory/usdt?limit=100",
                WalletExamples.FullTransfers,
                async c => [.. await WalletBench.TakeAsync(c.GetWithdrawalsAsync(Usdt, WalletBench.Cancel))]
            ),
            Call(
                "T21 by serial",
                "/wallet/withdraw/twd/20240101TW00000002",
                WalletExamples.FullWithdrawal,
                async c => [await c.GetWithdrawalAsync("twd", "20240101TW00000002", null, WalletBench.Cancel)]
            ),
            Call(
                "T21 by id",
                "/wallet/withdraw/twd/id/43",
                WalletExamples.FullWithdrawal,
                async c => [await c.GetWithdrawalAsync("twd", null, "43", WalletBench.Cancel)]
            ),
        ];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_read_asks_for_the_documented_path(ReadCall call)
    {
        await using var bench = new BitoProBench(Answer.Json(call.Example));

        await call.Run(bench.Client);

        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v3" + call.Path, request.Target);
        Assert.NotNull(request.Header("X-BITOPRO-SIGNATURE"));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_is_left_over_and_nothing_is_missing(ReadCall call)
    {
        var models = await call.AnsweredAsync(call.Example);

        Assert.NotEmpty(models);
        foreach (var model in models)
        {
            Assert.Empty(((BitoProObject)model).GetExtensionData());
            Assert.All(
                model.GetType().GetProperties(),
                property => Assert.True(property.GetValue(model) is not null, $"{property.Name} is missing")
            );
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Numbers_for_strings_and_strings_for_numbers_make_no_difference(ReadCall call)
    {
        var expected = Shown(await call.AnsweredAsync(call.Example));

        Assert.Equal(expected, Shown(await call.AnsweredAsync(JsonChanges.NumbersForStrings(call.Example))));
        Assert.Equal(expected, Shown(await call.AnsweredAsync(JsonChanges.StringsForNumbers(call.Example))));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Unknown_fields_survive(ReadCall call)
    {
        var models = await call.AnsweredAsync(JsonChanges.WithUnknownFields(call.Example));

        Assert.All(
            models.Cast<BitoProObject>(),
            model => Assert.True(model.GetExtensionData().ContainsKey("somethingNew"))
        );
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Whatever_stands_in_a_field_the_answer_is_read_or_refused_as_invalid(ReadCall call)
    {
        string[] strange = ["null", "[]", "{}", "\"\"", "\"x\"", "true", "-1", "1e400", "9223372036854775808"];
        var answers = strange.SelectMany(value => JsonChanges.EachNodeReplaced(call.Example, value)).ToList();
        var next = -1;
        await using var bench = new BitoProBench(_ => Answer.Json(answers[Interlocked.Increment(ref next)]));

        foreach (var answer in answers)
        {
            try
            {
                Assert.DoesNotContain(null!, await call.Run(bench.Client));
            }
            catch (ExchangeException error)
            {
                Assert.True(error.ErrorId == "BitoPro.InvalidReply", $"{answer}: {error.ErrorId} {error.Message}");
            }
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData(WalletExamples.Transfers, typeof(Envelope<TransferWire[]>))]
    [InlineData(WalletExamples.Withdrawal, typeof(Envelope<TransferWire>))]
    [InlineData(WalletExamples.WithdrawalCreated, typeof(Envelope<WithdrawalAcceptedWire>))]
    [InlineData(WalletExamples.FullTransfers, typeof(Envelope<TransferWire[]>))]
    [InlineData(WalletExamples.FullWithdrawal, typeof(Envelope<TransferWire>))]
    [InlineData(WalletExamples.FullWithdrawalCreated, typeof(Envelope<WithdrawalAcceptedWire>))]
    public void No_wire_object_keeps_an_unmapped_field(string example, Type type)
    {
        var wire = JsonSerializer.Deserialize(example, BitoProJson.Default.GetTypeInfo(type)!);

        var data = type.GetProperty("Data")!.GetValue(wire)!;
        Assert.Null(((WireObject)wire!).Extra);
        Assert.All(data as WireObject[] ?? [(WireObject)data], found => Assert.Null(found.Extra));
    }

    [Fact]
    public async Task The_examples_figures_arrive_as_they_stand()
    {
        await using var bench = new BitoProBench(Answer.Json(WalletExamples.Transfers));

        var withdrawal = Assert.Single(
            await WalletBench.TakeAsync(bench.Client.GetWithdrawalsAsync(Usdt, WalletBench.Cancel))
        );

        Assert.Equal(("42", "20240101BW00000001", "usdt"), (withdrawal.Id, withdrawal.Serial, withdrawal.Currency));
        Assert.Equal((98.5m, 1.5m, 100m), (withdrawal.Amount, withdrawal.Fee, withdrawal.Total));
        Assert.Equal(("COMPLETE", true), (withdrawal.Status, withdrawal.IsFinal));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1704067200000), withdrawal.CreatedAt);
        Assert.Null(withdrawal.Message);
    }

    [Fact]
    public async Task A_time_that_only_stands_in_datetime_is_read_as_seconds()
    {
        var json = WalletExamples.FullWithdrawal.Replace(
            "\"timestamp\":\"1704067200456\",",
            "",
            StringComparison.Ordinal
        );
        await using var bench = new BitoProBench(Answer.Json(json));

        var withdrawal = await bench.Client.GetWithdrawalAsync("twd", null, "43", WalletBench.Cancel);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704067200), withdrawal.CreatedAt);
    }

    private static ReadCall Call(
        string name,
        string path,
        string example,
        Func<BitoProClient, Task<IReadOnlyList<object>>> run
    ) => new(name, path, example) { Run = run };

    private static string Shown(IReadOnlyList<object> models) =>
        string.Join('\n', models.Select(model => JsonSerializer.Serialize(model, model.GetType())));
}
