using System.Globalization;
using System.Numerics;

namespace Exchange;

/// <summary>
/// A decimal number of any size, exactly: for amounts of tokens with eighteen decimals and prices with thirty, which
/// <see cref="decimal"/> cannot hold. Two that are equal have the same digits; nothing is ever rounded unless a method says so.
/// </summary>
public readonly partial struct ExactDecimal : IEquatable<ExactDecimal>, IComparable<ExactDecimal>, IComparable
{
    // More digits than any amount has; what is longer is no number but an attack on arithmetic.
    private const int LongestText = 1000;

    private readonly BigInteger _unscaled;
    private readonly int _scale;

    /// <summary><paramref name="unscaled"/> divided by ten to the power of <paramref name="scale"/>.</summary>
    public ExactDecimal(BigInteger unscaled, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        while (scale > 0 && (unscaled.IsZero || unscaled % 10 == 0))
        {
            unscaled /= 10;
            scale--;
        }
        _unscaled = unscaled;
        _scale = scale;
    }

    /// <summary>0.</summary>
    public static ExactDecimal Zero => default;

    /// <summary>1.</summary>
    public static ExactDecimal One { get; } = new(BigInteger.One, 0);

    /// <summary>True above 0.</summary>
    public bool IsPositive => _unscaled.Sign > 0;

    /// <summary>Digits after the point, trailing zeros not counted.</summary>
    public int Scale => _scale;

    /// <summary>Reads plain digits with at most one point (<c>1.50</c>, <c>.5</c>, <c>5.</c>): no sign, exponent, grouping or blank.</summary>
    public static bool TryRead(string? text, out ExactDecimal value)
    {
        value = default;
        if (text is null or { Length: 0 or > LongestText } || text.Count(c => c == '.') > 1)
        {
            return false;
        }
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }
        value = new ExactDecimal(BigInteger.Parse(digits, CultureInfo.InvariantCulture), PlacesOf(text));
        return true;
    }

    /// <summary>Reads a number as JSON writes it, with sign and exponent.</summary>
    public static bool TryReadJson(string? text, out ExactDecimal value)
    {
        value = default;
        if (text is not { Length: > 0 })
        {
            return false;
        }
        var isNegative = text[0] == '-';
        var mantissa = isNegative ? text[1..] : text;
        var exponent = 0;
        var at = mantissa.IndexOfAny(['e', 'E']);
        if (at >= 0)
        {
            if (
                !int.TryParse(
                    mantissa.AsSpan(at + 1),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out exponent
                ) || exponent is < -LongestText or > LongestText
            )
            {
                return false;
            }
            mantissa = mantissa[..at];
        }
        if (!TryRead(mantissa, out var read))
        {
            return false;
        }
        var shifted = read.ShiftedBy(exponent);
        value = isNegative ? new ExactDecimal(-shifted._unscaled, shifted._scale) : shifted;
        return true;
    }

    /// <summary>Digits after the point as they are written, trailing zeros included.</summary>
    public static int PlacesOf(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;

    /// <summary>A whole number.</summary>
    public static implicit operator ExactDecimal(long value) => new(value, 0);

    /// <summary>The same value.</summary>
    public static implicit operator ExactDecimal(decimal value) =>
        new(
            BigInteger.Parse(
                value.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture
            ),
            value.Scale
        );

    /// <summary>The exact product.</summary>
    public static ExactDecimal operator *(ExactDecimal left, ExactDecimal right) =>
        new(left._unscaled * right._unscaled, left._scale + right._scale);

    /// <summary>The exact product.</summary>
    public static ExactDecimal Multiply(ExactDecimal left, ExactDecimal right) => left * right;

    /// <summary>The number with its point moved to the right; to the left for a negative <paramref name="places"/>.</summary>
    public ExactDecimal ShiftedBy(int places) =>
        places >= _scale
            ? new ExactDecimal(_unscaled * BigInteger.Pow(10, places - _scale), 0)
            : new ExactDecimal(_unscaled, _scale - places);

    /// <summary>The least number with so many <paramref name="places"/> after the point that is not below left / right.</summary>
    public static ExactDecimal CeilingQuotient(ExactDecimal left, ExactDecimal right, int places)
    {
        var (numerator, denominator) = Ratio(left, right);
        var quotient = BigInteger.DivRem(numerator * BigInteger.Pow(10, places), denominator, out var rest);
        return new ExactDecimal(rest.Sign > 0 ? quotient + 1 : quotient, places);
    }

    /// <summary>left / right, rounded half to even to so many significant digits.</summary>
    public static ExactDecimal Quotient(ExactDecimal left, ExactDecimal right, int digits)
    {
        var (numerator, denominator) = Ratio(left, right);
        if (numerator.IsZero)
        {
            return Zero;
        }
        var shift = digits - 1 - (DigitsOf(numerator) - DigitsOf(denominator));
        // Counting digits puts the first one a place too high for ratios such as 5/6; seen before rounding, not after.
        if (FlooredRatio(numerator, denominator, shift) < BigInteger.Pow(10, digits - 1))
        {
            shift++;
        }
        return new ExactDecimal(RoundedRatio(numerator, denominator, shift), 0).ShiftedBy(-shift);
    }

    /// <summary>Rounded half to even to so many significant digits.</summary>
    public ExactDecimal RoundedToDigits(int digits) => Quotient(this, One, digits);

    /// <summary>Rounded up, away from 0, to so many significant digits.</summary>
    public ExactDecimal RoundedUpToDigits(int digits)
    {
        var drop = DigitsOf(_unscaled) - digits;
        if (drop <= 0)
        {
            return this;
        }
        var kept = BigInteger.DivRem(_unscaled, BigInteger.Pow(10, drop), out var rest);
        return new ExactDecimal(rest.IsZero ? kept : kept + rest.Sign, 0).ShiftedBy(drop - _scale);
    }

    /// <summary>Rounded half to even to so many digits after the point.</summary>
    public ExactDecimal RoundedToPlaces(int places) =>
        _scale <= places ? this : new ExactDecimal(RoundedRatio(_unscaled, BigInteger.Pow(10, _scale), places), places);

    /// <summary>The value times ten to the power of <paramref name="decimals"/>; null when that is no whole number.</summary>
    public BigInteger? ToWhole(int decimals) =>
        _scale > decimals ? null : _unscaled * BigInteger.Pow(10, decimals - _scale);

    /// <summary>The same value as <see cref="decimal"/>; null when that would take a digit away.</summary>
    public decimal? ToDecimal() => TryParse(ToString(), out var value) ? value : null;

    /// <summary>Plain invariant text: no exponent, no grouping, no trailing zeros after the point.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(_unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(_scale + 1, '0');
        var sign = _unscaled.Sign < 0 ? "-" : "";
        return _scale == 0 ? sign + digits : $"{sign}{digits[..^_scale]}.{digits[^_scale..]}";
    }

    /// <inheritdoc/>
    public int CompareTo(ExactDecimal other)
    {
        var scale = Math.Max(_scale, other._scale);
        return (_unscaled * BigInteger.Pow(10, scale - _scale)).CompareTo(
            other._unscaled * BigInteger.Pow(10, scale - other._scale)
        );
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is ExactDecimal other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public bool Equals(ExactDecimal other) => _scale == other._scale && _unscaled == other._unscaled;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactDecimal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_unscaled, _scale);

    /// <summary>Same value.</summary>
    public static bool operator ==(ExactDecimal left, ExactDecimal right) => left.Equals(right);

    /// <summary>Different values.</summary>
    public static bool operator !=(ExactDecimal left, ExactDecimal right) => !left.Equals(right);

    /// <summary>Below.</summary>
    public static bool operator <(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) < 0;

    /// <summary>Above.</summary>
    public static bool operator >(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) > 0;

    /// <summary>Not above.</summary>
    public static bool operator <=(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) <= 0;

    /// <summary>Not below.</summary>
    public static bool operator >=(ExactDecimal left, ExactDecimal right) => left.CompareTo(right) >= 0;

    private static (BigInteger Numerator, BigInteger Denominator) Ratio(ExactDecimal left, ExactDecimal right) =>
        (left._unscaled * BigInteger.Pow(10, right._scale), right._unscaled * BigInteger.Pow(10, left._scale));

    private static BigInteger RoundedRatio(BigInteger numerator, BigInteger denominator, int shift)
    {
        var (above, below) = Shifted(numerator, denominator, shift);
        var quotient = BigInteger.DivRem(above, below, out var rest);
        var half = (BigInteger.Abs(rest) * 2).CompareTo(BigInteger.Abs(below));
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + (rest.Sign * below.Sign) : quotient;
    }

    private static BigInteger FlooredRatio(BigInteger numerator, BigInteger denominator, int shift)
    {
        var (above, below) = Shifted(numerator, denominator, shift);
        return BigInteger.Abs(above) / BigInteger.Abs(below);
    }

    private static (BigInteger Above, BigInteger Below) Shifted(
        BigInteger numerator,
        BigInteger denominator,
        int shift
    ) =>
        shift >= 0
            ? (numerator * BigInteger.Pow(10, shift), denominator)
            : (numerator, denominator * BigInteger.Pow(10, -shift));

    private static int DigitsOf(BigInteger value) =>
        BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length;
}
