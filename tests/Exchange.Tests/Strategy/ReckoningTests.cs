using System.Globalization;
using System.Numerics;
using Exchange.Strategy.Rules;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Strategy;

/// <summary>Ten thousand random amounts, prices and percents against a reckoning with whole numbers only.</summary>
public sealed class ReckoningTests
{
    private const int Rounds = 10_000;

    private static Gen<string> Digits(int most) =>
        from length in Gen.Choose(1, most)
        from digits in Gen.Elements("0123456789".ToCharArray()).ListOf(length)
        select string.Concat(digits);

    private static Gen<(string Whole, string Part)> Numbers =>
        from whole in Digits(24)
        from part in Digits(24)
        where (whole + part).Any(c => c != '0')
        select (whole, part);

    [Fact]
    public void Raw_amounts_are_shifted_digits() =>
        Always.Holds(
            from number in Numbers
            from more in Gen.Choose(0, 12)
            select (number, number.Part.Length + more),
            drawn =>
            {
                var ((whole, part), decimals) = drawn;
                var expected = BigInteger.Parse(
                    whole + part + new string('0', decimals - part.Length),
                    CultureInfo.InvariantCulture
                );
                Assert.Equal(expected, RawAmount.Of($"{whole}.{part}", decimals, "X"));
            },
            Rounds
        );

    [Fact]
    public void Minimum_amounts_are_the_least_that_are_worth_a_dollar() =>
        Always.Holds(
            from number in Numbers
            from decimals in Gen.Choose(0, 24)
            select (number, decimals),
            drawn =>
            {
                var ((whole, part), decimals) = drawn;
                Assert.True(ExactDecimal.TryRead($"{whole}.{part}", out var price));
                var unscaled = BigInteger.Parse(whole + part, CultureInfo.InvariantCulture);
                var one = BigInteger.Pow(10, part.Length);

                // ceil(10^places / price) in whole numbers.
                BigInteger Least(int places) => ((one * BigInteger.Pow(10, places)) + unscaled - 1) / unscaled;

                var places = Math.Min(decimals, 8);
                Assert.Equal(Least(places), MinimumAmount.Exact(price, decimals).ToWhole(places));

                var shown = Least(0);
                if (unscaled * 10 < one)
                {
                    var unit = BigInteger.Pow(10, Math.Max(0, shown.ToString(CultureInfo.InvariantCulture).Length - 4));
                    shown = (shown + unit - 1) / unit * unit;
                }
                Assert.Equal(shown, MinimumAmount.Shown(price).ToWhole(0));
            },
            Rounds
        );

    [Fact]
    public void Slippage_is_shifted_by_two_places() =>
        Always.Holds(
            from whole in Gen.Choose(0, 99)
            from part in Digits(20)
            where whole > 0 || part.Any(c => c != '0')
            select (whole, part),
            drawn =>
            {
                var digits = drawn.whole.ToString("D2", CultureInfo.InvariantCulture) + drawn.part;
                Assert.Equal($"0.{digits}".TrimEnd('0'), SlippagePercent.Check($"{drawn.whole}.{drawn.part}").Wire);
            },
            Rounds
        );

    [Fact]
    public void A_quotient_is_the_nearest_number_of_so_many_digits() =>
        Always.Holds(
            from left in Numbers
            from right in Numbers
            from digits in Gen.Choose(1, 12)
            select (left, right, digits),
            drawn =>
            {
                Assert.True(ExactDecimal.TryRead($"{drawn.left.Whole}.{drawn.left.Part}", out var left));
                Assert.True(ExactDecimal.TryRead($"{drawn.right.Whole}.{drawn.right.Part}", out var right));
                if (!left.IsPositive || !right.IsPositive)
                {
                    return;
                }
                var quotient = ExactDecimal.Quotient(left, right, drawn.digits);

                Assert.True(
                    quotient.ToString().Replace(".", "", StringComparison.Ordinal).Trim('0').Length <= drawn.digits
                );
                // |quotient * right - left| is at most half a unit of the last digit times right.
                var unit = UnitOfLastDigit(quotient, drawn.digits);
                var product = quotient * right;
                var (high, low) = product > left ? (product, left) : (left, product);
                Assert.True(high * 2L <= (low * 2L).Plus(unit * right));
            },
            1000
        );

    [Fact]
    public void The_value_of_a_dollar_is_compared_exactly()
    {
        Assert.True(ExactDecimal.TryRead("9.999999999999999999", out var almostTen));
        Assert.True(MinimumAmount.IsBelow(0.1m, almostTen));
        Assert.False(MinimumAmount.IsBelow(0.1m, 10L));
    }

    // The place value of the last of so many significant digits.
    private static ExactDecimal UnitOfLastDigit(ExactDecimal value, int digits)
    {
        var text = value.ToString();
        var whole = text.Split('.')[0].TrimStart('0').Length;
        if (whole > 0)
        {
            return new ExactDecimal(BigInteger.One, 0).ShiftedBy(whole - digits);
        }
        var zeros = text.Split('.')[1].TakeWhile(c => c == '0').Count();
        return new ExactDecimal(BigInteger.One, 0).ShiftedBy(-zeros - digits);
    }
}

internal static class ExactSums
{
    public static ExactDecimal Plus(this ExactDecimal left, ExactDecimal right)
    {
        var places = Math.Max(left.Scale, right.Scale);
        return new ExactDecimal(left.ToWhole(places)!.Value + right.ToWhole(places)!.Value, places);
    }
}
