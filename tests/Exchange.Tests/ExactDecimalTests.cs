using System.Globalization;
using System.Numerics;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests;

public sealed class ExactDecimalTests
{
    private static Gen<decimal> Decimals =>
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<decimal>(),
            from low in Gen.Choose(int.MinValue, int.MaxValue)
            from middle in Gen.Choose(int.MinValue, int.MaxValue)
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from scale in Gen.Choose(0, 28)
            from negative in Gen.Elements(true, false)
            select new decimal(low, middle, high, negative, (byte)scale),
            Gen.Elements(decimal.MaxValue, decimal.MinValue, 0m, -0.0m, 0.0000000000000000000000000001m, 1.50m)
        );

    // Texts near numbers, so that most are nearly accepted.
    private static Gen<string> Texts =>
        Gen.Elements("0123456789.-+eE, _'x∞１".Select(c => c.ToString()))
            .NonEmptyListOf()
            .Select(parts => string.Concat(parts));

    [Fact]
    public void What_is_formatted_reads_back_as_the_same_value() =>
        Always.Holds(
            Decimals,
            value =>
            {
                Assert.True(ExactDecimal.TryParse(ExactDecimal.Format(value), out var read));
                Assert.Equal(value, read);
            },
            tests: 1000
        );

    [Fact]
    public void Formatted_text_is_plain_and_has_no_trailing_zero() =>
        Always.Holds(
            Decimals,
            value => Assert.Matches(@"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?\z", ExactDecimal.Format(value)),
            tests: 1000
        );

    [Fact]
    public void What_is_read_is_exactly_what_was_written() =>
        Always.Holds(
            Gen.OneOf(
                Texts,
                from whole in Gen.Elements("0123456789".ToCharArray()).NonEmptyListOf()
                from part in Gen.Elements("0123456789".ToCharArray()).ListOf(29)
                select $"{string.Concat(whole)}.{string.Concat(part)}"
            ),
            text =>
            {
                if (ExactDecimal.TryParse(text, out var value))
                {
                    Assert.Matches(@"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)\z", text);
                    Assert.Equal(Exactly(text), Exactly(ExactDecimal.Format(value)));
                }
            },
            tests: 2000
        );

    [Theory]
    [InlineData("0.1")]
    [InlineData("2800000")]
    [InlineData("-0.5")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1.00000000000000000000000000000000000000")]
    public void A_plain_number_is_accepted(string text) => Assert.True(ExactDecimal.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1e3")]
    [InlineData("1E-3")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("1.2.3")]
    [InlineData("1-")]
    [InlineData("--1")]
    [InlineData("(1)")]
    [InlineData("$1")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("١")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("79228162514264337593543950335.1")]
    [InlineData("79228162514264337593543950336")]
    public void Anything_else_is_refused_rather_than_rounded(string? text)
    {
        Assert.False(ExactDecimal.TryParse(text, out var value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void Decimal_places_are_the_digits_that_are_written() =>
        Always.Holds(
            Decimals,
            value =>
            {
                var text = ExactDecimal.Format(value);
                var point = text.IndexOf('.', StringComparison.Ordinal);
                Assert.Equal(point < 0 ? 0 : text.Length - point - 1, ExactDecimal.DecimalPlaces(value));
            },
            tests: 1000
        );

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("-1234.5", ExactDecimal.Format(-1234.50m));
            Assert.True(ExactDecimal.TryParse("-1234.5", out var value));
            Assert.Equal(-1234.5m, value);
            Assert.False(ExactDecimal.TryParse("1234,5", out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The number that a text means, as an integer and a power of ten: arithmetic of its own.</summary>
    private static (BigInteger Digits, int Places) Exactly(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : text.Length - point - 1;
        var digits = BigInteger.Parse(
            text.Replace(".", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        while (places > 0 && digits % 10 == 0)
        {
            digits /= 10;
            places--;
        }
        return (digits, places);
    }
}
