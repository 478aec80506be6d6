using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Numerics;
using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class ValueTests
{
    private static TestEverythingCommand Seen(params string[] tokens) =>
        Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>(tokens));

    private static string Refusal(string parameter, string value)
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>($"-{parameter}:{value}"));
        Assert.Equal(BindingErrorIds.CannotConvertArgument, error.ErrorId);
        Assert.Equal(parameter, error.ParameterName);
        Assert.Contains($"'{parameter}'", error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("-12345678901234567890.12345678")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1.10")]
    [InlineData("+5")]
    [InlineData("00000000000000000000000000000000000001.50000000000000000000000000000")]
    public void A_decimal_keeps_every_digit(string text)
    {
        var expected = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        Assert.Equal(expected, Seen("-Price:" + text).Price);
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData(" 1")]
    [InlineData("(5)")]
    [InlineData("NaN")]
    [InlineData("\uFF11")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("79228162514264337593543950336")]
    public void A_decimal_is_plain_and_never_rounded(string text) =>
        Assert.Contains("a decimal number", Refusal("Price", text), StringComparison.Ordinal);

    [Fact]
    public void A_decimal_is_read_the_same_in_a_country_with_a_comma()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(1.5m, Seen("-Price", "1.5").Price);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_nullable_takes_a_value_or_null()
    {
        Assert.Equal(2m, Seen("-Limit", "2").Limit);
        Assert.Null(Seen("-Limit", "$null").Limit);
    }

    [Fact]
    public void Null_is_no_number() => Assert.Contains("null", Refusal("Price", "$null"), StringComparison.Ordinal);

    [Fact]
    public void Whole_numbers_have_the_range_of_their_type()
    {
        Assert.Equal(-7, Seen("-Count", "-7").Count);
        Assert.Equal(long.MaxValue, Seen("-Nonce", "9223372036854775807").Nonce);
        Assert.Equal(BigInteger.Pow(10, 40), Seen("-Wei", "1" + new string('0', 40)).Wei);
        Assert.Contains("-2147483648 to 2147483647", Refusal("Count", "2147483648"), StringComparison.Ordinal);
        Assert.Contains("whole number", Refusal("Count", "1.0"), StringComparison.Ordinal);
        Assert.Contains("whole number", Refusal("Nonce", "1e3"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_may_have_an_exponent_but_is_finite()
    {
        Assert.Equal(1500, Seen("-Ratio", "1.5e3").Ratio);
        Refusal("Ratio", "NaN");
        Refusal("Ratio", "1e999");
    }

    [Fact]
    public void Plain_types_are_read_from_text()
    {
        var id = Guid.NewGuid();
        Assert.Equal(id, Seen("-Id", id.ToString()).Id);
        Assert.Equal("https://example.org/x", Seen("-Endpoint", "https://example.org/x").Endpoint!.AbsoluteUri);
        Assert.Equal(new Version(1, 2, 3), Seen("-Api", "1.2.3").Api);
        Assert.Equal(IPAddress.Loopback, Seen("-Address", "127.0.0.1").Address);
        Refusal("Id", "42");
        Refusal("Api", "one");
        Refusal("Address", "here");
    }

    [Theory]
    [InlineData("00:01:30", 90)]
    [InlineData("1.00:00", 86400)]
    [InlineData("PT90S", 90)]
    [InlineData("pt1m30s", 90)]
    [InlineData("P1D", 86400)]
    [InlineData("P1W", 604800)]
    [InlineData("PT1.5S", 1.5)]
    [InlineData("-PT1H", -3600)]
    public void A_duration_is_a_clock_or_ISO_8601(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Seen("-Timeout:" + text).Timeout);

    [Theory]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("PT1S1M")]
    [InlineData("soon")]
    [InlineData("99:99:99")]
    [InlineData("P999999999W")]
    public void Other_durations_are_refused(string text) =>
        Assert.Contains("PT90S", Refusal("Timeout", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("30")]
    [InlineData("1.5")]
    public void A_bare_number_is_no_duration(string text) =>
        Assert.Contains("bare number", Refusal("Timeout", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("buy", Side.Buy)]
    [InlineData("SELL", Side.Sell)]
    [InlineData("s", Side.Sell)]
    public void An_enumeration_is_read_in_any_case_or_an_unambiguous_beginning(string text, Side expected) =>
        Assert.Equal(expected, Seen("-Side", text).Side);

    [Theory]
    [InlineData("hold")]
    [InlineData("0")]
    [InlineData("buy,sell")]
    [InlineData("$null,")]
    public void An_enumeration_refuses_others_and_lists_its_values(string text) =>
        Assert.Contains("one of: Buy, Sell", Refusal("Side", text), StringComparison.Ordinal);

    [Fact]
    public void Flags_are_combined_with_commas()
    {
        Assert.Equal(Scopes.Read | Scopes.Withdraw, Seen("-Scopes", "read,withdraw").Scopes);
        Assert.Contains("None, Read, Trade, Withdraw", Refusal("Scopes", "read,admin"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_one_word_with_commas()
    {
        Assert.Equal(["a", "b", "c"], Seen("-Texts", "a,b,c").Texts!);
        Assert.Equal(["a"], Seen("-Texts", "a").Texts!);
        Assert.Equal(["a", "b"], Seen("-Names", "a,b").Names!);
        Assert.Equal([1.5m, 2m], Seen("-Amount", "1.5,2").Amount!);
        Assert.Equal([Side.Buy, Side.Sell], Seen("-Sides", "buy,sell").Sides!);
    }

    [Fact]
    public void A_comma_with_a_backslash_belongs_to_the_value()
    {
        Assert.Equal(["a,b", "c"], Seen("-Texts", @"a\,b,c").Texts!);
        Assert.Equal([@"C:\x", @"y\"], Seen("-Texts", @"C:\x,y\").Texts!);
    }

    [Fact]
    public void A_parameter_that_takes_one_value_takes_the_whole_word() =>
        Assert.Equal("a,b", Seen("-Text", "a,b").Text);

    [Fact]
    public void A_bad_element_of_a_list_is_named() =>
        Assert.Contains("\"x\"", Refusal("Amount", "1,x,3"), StringComparison.Ordinal);

    [Fact]
    public void Literals_are_read_within_lists_too() =>
        Assert.Equal(new string?[] { "a", null, "True" }, Seen("-Texts", "a,$null,$true").Texts!);

    [Fact]
    public void Json_text_is_a_dictionary_with_exact_numbers()
    {
        var header = Seen("-Header", """{"A":1,"b":{"c":0.1},"d":[1,"x"]}""").Header!;
        Assert.Equal(1L, header["a"]);
        Assert.Equal(0.1m, ((Hashtable)header["B"]!)["C"]);
        Assert.Equal([1L, "x"], (object?[])header["d"]!);
        Assert.Equal("v", Seen("-Map", """{"k":"v"}""").Map!["K"]);
    }

    [Fact]
    public void Text_that_is_no_json_object_is_no_dictionary_and_is_not_repeated()
    {
        Assert.DoesNotContain("token", Refusal("Header", "{\"secret\":token}"), StringComparison.Ordinal);
        Refusal("Header", "[1]");
        Refusal("Header", "text");
    }

    [Fact]
    public void Json_text_is_an_object_of_a_class()
    {
        var ticker = Seen("-Ticker", """{"pair":"btc_twd","last":"0.1","side":"Sell"}""").Ticker!;
        Assert.Equal(
            new Ticker
            {
                Pair = "btc_twd",
                Last = 0.1m,
                Side = Side.Sell,
            },
            ticker
        );
        Assert.Contains("Ticker", Refusal("Ticker", """{"other":1}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_parameter_takes_what_comes()
    {
        Assert.Equal("5", Seen("-Anything", "5").Anything);
        Assert.Equal(true, Seen("-Anything", "$true").Anything);
    }

    [Fact]
    public void Real_objects_are_converted_if_nothing_is_lost()
    {
        var runner = new CmdletRunner();
        var seen = Engine.One<TestEverythingCommand>(
            runner.Run(
                typeof(TestEverythingCommand),
                ("Price", 3),
                ("Count", 4m),
                ("Wei", 5L),
                ("Text", 1.5m),
                ("Texts", "one"),
                ("Side", 1),
                ("Amount", new object[] { 1, "2.5" }),
                ("Since", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc))
            )
        );
        Assert.Equal((3m, 4, (BigInteger)5, "1.5"), (seen.Price, seen.Count, seen.Wei, seen.Text));
        Assert.Equal(["one"], seen.Texts!);
        Assert.Equal(Side.Sell, seen.Side);
        Assert.Equal([1m, 2.5m], seen.Amount!);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), seen.Since);
        foreach (
            var (name, value) in new (string, object?)[]
            {
                ("Count", 4.5m),
                ("Count", long.MaxValue),
                ("Side", 7),
                ("Timeout", 5),
                ("Since", 5L),
            }
        )
        {
            Assert.Equal(
                name,
                Engine.BindingError(runner.Run(typeof(TestEverythingCommand), (name, value))).ParameterName
            );
        }
    }

    [Fact]
    public void The_type_that_was_given_is_in_the_error()
    {
        var error = Engine.BindingError(new CmdletRunner().Run(typeof(TestEverythingCommand), ("Timeout", 5)));
        Assert.Equal(typeof(TimeSpan), error.ParameterType);
        Assert.Equal(typeof(int), error.TypeSpecified);
    }
}
