using System.Collections;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Engine.Json;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Json;

public sealed class JsonLineWriteTests
{
    public static TheoryData<object?, string> Scalars() =>
        new()
        {
            { null, "null" },
            { "text", "\"text\"" },
            { "比特幣 <b> & 'x' \"q\" \n", "\"比特幣 <b> & 'x' \\\"q\\\" \\n\"" },
            { true, "true" },
            { new SwitchParameter(true), "true" },
            { 5, "5" },
            { long.MinValue, "-9223372036854775808" },
            { ulong.MaxValue, "18446744073709551615" },
            { 0.10m, "\"0.10\"" },
            { 0.0000000000000000000000000001m, "\"0.0000000000000000000000000001\"" },
            { BigInteger.Pow(10, 30), "\"1000000000000000000000000000000\"" },
            { 0.1, "0.1" },
            { 1e300, "1E+300" },
            { 0.1f, "0.1" },
            { double.NaN, "\"NaN\"" },
            { Side.Sell, "\"Sell\"" },
            { Scopes.Read | Scopes.Trade, "\"Read, Trade\"" },
            { new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(8)), "\"2026-03-01T09:30:00+08:00\"" },
            { new DateTimeOffset(2026, 3, 1, 9, 30, 0, 250, TimeSpan.Zero), "\"2026-03-01T09:30:00.25+00:00\"" },
            { new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), "\"2026-03-01T00:00:00Z\"" },
            { TimeSpan.FromSeconds(90), "\"00:01:30\"" },
            { new DateOnly(2026, 3, 1), "\"2026-03-01\"" },
            { new Uri("https://example.org/a?b=c"), "\"https://example.org/a?b=c\"" },
            { new Version(1, 2), "\"1.2\"" },
            { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
            { 'x', "\"x\"" },
            { new byte[] { 1, 2, 3 }, "\"AQID\"" },
            { new[] { 1, 2 }, "[1,2]" },
            { Array.Empty<string>(), "[]" },
            { new object?[] { null, new object?[] { 1.5m } }, "[null,[\"1.5\"]]" },
        };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_value_is_written_so_that_nothing_is_lost(object? value, string expected) =>
        Assert.Equal(expected, JsonLine.Write(value));

    [Fact]
    public void Properties_come_base_first_in_order_with_small_first_letters_and_nulls() =>
        Assert.Equal(
            """{"id":"7","amount":"1.50","note":null,"child":{"id":"8","amount":"0","note":"n","child":null}}""",
            JsonLine.Write(
                new Order
                {
                    Id = "7",
                    Amount = 1.50m,
                    Child = new Order { Id = "8", Note = "n" },
                }
            )
        );

    [Fact]
    public void Attributes_of_properties_are_honoured() =>
        Assert.Equal(
            """{"fee_rate":"0.002","code":"<abc>","kept":1}""",
            JsonLine.Write(
                new Attributed
                {
                    FeeRate = 0.002m,
                    Code = "abc",
                    Ignored = "no",
                    Concealed = "no",
                    Rest = new Dictionary<string, JsonElement> { ["x"] = default },
                }
            )
        );

    [Fact]
    public void A_type_with_its_own_converter_is_left_to_it() =>
        Assert.Equal("""{"pair":"btc/twd"}""", JsonLine.Write(new { Pair = new Pair("btc", "twd") }));

    [Fact]
    public void A_secret_is_never_written()
    {
        var login = new PSCredential("alice", Engine.Sealed("canary"));
        Assert.Equal(
            """{"login":"***","secret":"***","all":["***"]}""",
            JsonLine.Write(
                new
                {
                    Login = login,
                    Secret = login.Password,
                    All = new object[] { login },
                }
            )
        );
    }

    [Fact]
    public void Dictionaries_keep_their_keys()
    {
        Assert.Equal(
            """{"BTC":"1","x_Y":2}""",
            JsonLine.Write(new Dictionary<string, object> { ["BTC"] = 1m, ["x_Y"] = 2 })
        );
        Assert.Equal("""{"5":null}""", JsonLine.Write(new Hashtable { [5] = null }));
        Assert.Equal("""{"A":1}""", JsonLine.Write(new ReadOnlyOnly()));
    }

    [Fact]
    public void A_json_element_is_written_as_it_was_read()
    {
        using var document = JsonDocument.Parse("""{"A":[1.10,"é"]}""");
        Assert.Equal("""{"raw":{"A":[1.10,"é"]}}""", JsonLine.Write(new { Raw = document.RootElement }));
        Assert.Equal("null", JsonLine.Write(default(JsonElement)));
    }

    [Fact]
    public void A_property_bag_is_its_properties_and_a_wrapped_object_itself()
    {
        var bag = new PSObject();
        bag.Properties.Add(new PSNoteProperty("Price", 1.5m));
        bag.Properties.Add(new PSNoteProperty("list", new[] { 1 }));
        Assert.Equal("""{"Price":"1.5","list":[1]}""", JsonLine.Write(bag));
        Assert.Equal("\"1.5\"", JsonLine.Write(new PSObject(1.5m)));
        var wrapped = new PSObject(new Ticker { Pair = "btc_twd" });
        Assert.Equal("""{"pair":"btc_twd","last":"0","side":"Buy"}""", JsonLine.Write(wrapped));
        wrapped.Properties.Add(new PSNoteProperty("Extra", 1));
        wrapped.Properties.Add(new PSNoteProperty("Side", "hidden by this"));
        Assert.Equal("""{"Extra":1,"Side":"hidden by this","pair":"btc_twd","last":"0"}""", JsonLine.Write(wrapped));
    }

    [Fact]
    public void Everything_is_on_one_line() =>
        Assert.DoesNotContain('\n', JsonLine.Write(new { Text = "a\r\nb\u2028", Inner = new { X = 1 } }));

    [Fact]
    public void An_object_that_holds_itself_is_refused()
    {
        var list = new List<object>();
        list.Add(list);
        Assert.Throws<JsonException>(() => JsonLine.Write(list));
    }

    private class Entity
    {
        public string? Id { get; init; }
    }

    private sealed class Order : Entity
    {
        public decimal Amount { get; init; }

        public string? Note { get; init; }

        public Order? Child { get; init; }

        public static string Shared => "no";

        public string this[int index] => "no";
    }

    private sealed class Attributed
    {
        [JsonPropertyName("fee_rate")]
        public decimal FeeRate { get; init; }

        [JsonConverter(typeof(Angular))]
        public string? Code { get; init; }

        [JsonIgnore]
        public string? Ignored { get; init; }

        [Hidden]
        public string? Concealed { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int Kept { get; init; } = 1;
    }

    private sealed class Angular : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"<{value}>");
    }

    [JsonConverter(typeof(PairConverter))]
    private sealed record Pair(string Base, string Quote);

    private sealed class PairConverter : JsonConverter<Pair>
    {
        public override Pair Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Pair value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.Base}/{value.Quote}");
    }

    private sealed class ReadOnlyOnly : IReadOnlyDictionary<string, int>
    {
        public IEnumerable<string> Keys => ["A"];

        public IEnumerable<int> Values => [1];

        public int Count => 1;

        public int this[string key] => 1;

        public bool ContainsKey(string key) => key == "A";

        public bool TryGetValue(string key, out int value)
        {
            value = 1;
            return true;
        }

        public IEnumerator<KeyValuePair<string, int>> GetEnumerator()
        {
            yield return new KeyValuePair<string, int>("A", 1);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
