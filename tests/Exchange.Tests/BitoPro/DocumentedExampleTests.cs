using System.Collections;
using System.Text.Json;
using Exchange.BitoPro;
using Exchange.BitoPro.Wire;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>Every documented answer decodes with nothing left over and nothing missing, also when its numbers are strings.</summary>
public sealed class DocumentedExampleTests
{
    // Deprecated beside createdTimestamp; and one currency stands for both quotations.
    private static readonly string[] HasNoPlaceOfItsOwn =
    [
        "T18 $.data[0].timestamp",
        "T13 $.sellSwapQuotation.twd.pricingCurrency",
    ];

    public static TheoryData<ReadCall> Calls => ReadCalls.Data;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_read_asks_for_the_documented_path(ReadCall call)
    {
        await using var bench = new BitoProBench(Answer.Json(call.Example));
        await call.Run(bench.Client);

        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v3" + call.Path, request.Target);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_of_the_example_is_left_over(ReadCall call)
    {
        var models = await call.AnsweredAsync(call.Example);

        Assert.NotEmpty(models);
        Assert.All(models.Cast<BitoProObject>(), model => Assert.Empty(model.GetExtensionData()));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_field_of_the_example_shows_in_what_comes_out(ReadCall call)
    {
        var expected = Shown(await call.AnsweredAsync(call.Example));

        foreach (var (path, json) in JsonChanges.EachLeafChanged(call.Example))
        {
            var isKnown = HasNoPlaceOfItsOwn.Contains($"{call.Name} {path}", StringComparer.Ordinal);
            Assert.True(isKnown || Shown(await call.AnsweredAsync(json)) != expected, $"{path} makes no difference");
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
            model => Assert.Equal("""{"deep":1}""", Compact(model.GetExtensionData()["somethingNew"]))
        );
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Whatever_stands_in_a_field_the_answer_is_read_or_refused_as_invalid(ReadCall call)
    {
        string[] strange =
        [
            "null",
            "[]",
            "{}",
            "[null]",
            "\"\"",
            "\"x\"",
            "true",
            "-1",
            "1e400",
            "9223372036854775808",
            "4294967298",
        ];
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
            catch (Exception trouble)
            {
                Assert.Fail($"{answer}: {trouble}");
            }
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData(nameof(Examples.Balances), typeof(Envelope<BalanceWire[]>))]
    [InlineData(nameof(Examples.Ticker), typeof(TickersWire))]
    [InlineData(nameof(Examples.Tickers), typeof(TickersWire))]
    [InlineData(nameof(Examples.OrderBook), typeof(OrderBookWire))]
    [InlineData(nameof(Examples.Trades), typeof(Envelope<TradeWire[]>))]
    [InlineData(nameof(Examples.Candlesticks), typeof(Envelope<CandlestickWire[]>))]
    [InlineData(nameof(Examples.TradingPairs), typeof(Envelope<TradingPairWire[]>))]
    [InlineData(nameof(Examples.Currencies), typeof(Envelope<CurrencyWire[]>))]
    [InlineData(nameof(Examples.FullFees), typeof(FeesWire))]
    [InlineData(nameof(Examples.OtcPrice), typeof(OtcPriceWire))]
    [InlineData(nameof(Examples.OrderCreated), typeof(OrderAcceptedWire))]
    [InlineData(nameof(Examples.OrderCancelled), typeof(OrderAcceptedWire))]
    [InlineData(nameof(Examples.Order), typeof(OrderWire))]
    [InlineData(nameof(Examples.Orders), typeof(Envelope<OrderWire[]>))]
    [InlineData(nameof(Examples.Fills), typeof(Envelope<FillWire[]>))]
    public void No_wire_object_however_deep_keeps_an_unmapped_field(string example, Type type)
    {
        var json = (string)typeof(Examples).GetField(example)!.GetRawConstantValue()!;

        var wire = JsonSerializer.Deserialize(json, BitoProJson.Default.GetTypeInfo(type)!);

        Assert.NotEmpty(WireObjects(wire).ToList());
        Assert.All(WireObjects(wire), found => Assert.Null(found.Extra));
    }

    private static IEnumerable<WireObject> WireObjects(object? value) =>
        value switch
        {
            WireObject wire => wire.GetType()
                .GetProperties()
                .Where(property => property.Name is not "Required" && typeof(object) != property.PropertyType)
                .SelectMany(property => WireObjects(property.GetValue(wire)))
                .Prepend(wire),
            string => [],
            IEnumerable items => items.Cast<object?>().SelectMany(WireObjects),
            _ => [],
        };

    private static string Shown(IReadOnlyList<object> models) =>
        string.Join('\n', models.Select(model => JsonSerializer.Serialize(model, model.GetType())));

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
