using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using Exchange.Engine.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Engine.Tests.Json;

public sealed class JsonLineReadTests
{
    public static TheoryData<string, object?> Values() =>
        new()
        {
            { "null", null },
            { "true", true },
            { "\"x\"", "x" },
            { "5", 5L },
            { "-0", 0L },
            { "9223372036854775808", BigInteger.Parse("9223372036854775808", CultureInfo.InvariantCulture) },
            { "0.1", 0.1m },
            { "-1.50", -1.50m },
            { "1.0", 1.0m },
            { "79228162514264337593543950335.0", decimal.MaxValue },
            { "0.12345678901234567890123456789012345", "0.12345678901234567890123456789012345" },
            { "1e3", 1000L },
            { "1.5e3", 1500L },
            { "1.25E1", 12.5m },
            { "-25e-2", -0.25m },
            { "1e-28", 0.0000000000000000000000000001m },
            { "1e-29", "1e-29" },
            { "1e999999999999", "1e999999999999" },
            { "1e30", BigInteger.Pow(10, 30) },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_exact_and_never_a_double(string json, object? expected) =>
        Assert.Equal(expected, JsonLine.Parse(json));

    [Fact]
    public void A_number_that_is_too_long_to_be_worth_it_stays_text()
    {
        var digits = new string('9', 5_000);
        Assert.Equal(digits, JsonLine.Parse(digits));
    }

    [Fact]
    public void An_object_has_properties_in_any_case_and_in_order()
    {
        var bag = Assert.IsType<PSObject>(JsonLine.Parse("""{"orderId":"7","Price":1.5,"inner":{"a":[1,{"b":2}]}}"""));
        Assert.Equal("7", bag.Properties["ORDERID"].Value);
        Assert.Equal(1.5m, bag.Properties["price"].Value);
        Assert.Equal(["orderId", "Price", "inner"], bag.Properties.Select(property => property.Name));
        var inner = (PSObject)bag.Properties["inner"].Value;
        var elements = Assert.IsType<object?[]>(inner.Properties["A"].Value);
        Assert.Equal(1L, elements[0]);
        Assert.Equal(2L, ((PSObject)elements[1]!).Properties["b"].Value);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1} {\"b\":2}")]
    [InlineData("nonsense")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"\":1}")]
    [InlineData("{\"a\":1,\"A\":2}")]
    public void A_line_that_is_no_json_is_an_error_with_its_number_and_without_its_text(string line)
    {
        var error = Assert.Throws<JsonLineException>(() => JsonLine.Parse(line, 17));
        Assert.Equal(17, error.LineNumber);
        Assert.Contains("Line 17", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", error.Message, StringComparison.Ordinal);
        Assert.Equal("JsonLineInvalid", error.ErrorRecord.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_line_may_nest_64_deep_and_no_deeper()
    {
        Assert.NotNull(JsonLine.Parse(new string('[', 64) + new string(']', 64)));
        Assert.Throws<JsonLineException>(() => JsonLine.Parse(new string('[', 65) + new string(']', 65)));
    }

    [Fact]
    public void Lines_are_read_one_by_one_blank_ones_passed_over_and_arrays_taken_apart()
    {
        var reader = new StringReader("1\n\n  \r\n[2,3]\n{\"a\":4}\nbroken");
        using var objects = JsonLine.ReadAll(reader).GetEnumerator();
        Assert.True(objects.MoveNext());
        Assert.Equal(1L, objects.Current);
        Assert.Equal("\n  \r\n[2,3]\n{\"a\":4}\nbroken".Length, reader.ReadToEnd().Length);
    }

    [Fact]
    public void A_broken_line_is_met_after_those_before_it()
    {
        var seen = new List<object?>();
        var error = Assert.Throws<JsonLineException>(() =>
        {
            foreach (var value in JsonLine.ReadAll(new StringReader("[1,2]\n\n3\nbroken\n4")))
            {
                seen.Add(value);
            }
        });
        Assert.Equal([1L, 2L, 3L], seen);
        Assert.Equal(4, error.LineNumber);
    }

    [Fact]
    public void Every_decimal_survives_being_written_and_read() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<decimal>(),
                number =>
                    JsonLine.Parse(JsonLine.Write(number)) is string text
                    && decimal.Parse(text, CultureInfo.InvariantCulture) == number
                    && IsSame(JsonLine.Parse(number.ToString(CultureInfo.InvariantCulture)), number)
            )
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Every_text_survives_being_written_and_read() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                text => IsLoneSurrogate(text.Get) || Equals(JsonLine.Parse(JsonLine.Write(text.Get)), text.Get)
            )
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                text =>
                {
                    var failure = Record.Exception(() => JsonLine.Parse(text.Get));
                    return failure is null or JsonLineException;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static bool IsSame(object? read, decimal number) =>
        read switch
        {
            long whole => whole == number,
            BigInteger big => (decimal)big == number,
            decimal value => value == number,
            _ => false,
        };

    private static bool IsLoneSurrogate(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) && !text.Contains('\uFFFD', StringComparison.Ordinal);
}
