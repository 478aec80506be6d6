using System.Numerics;

namespace Exchange.Cryptography;

/// <summary>Base58 with Bitcoin's alphabet, as Solana writes addresses.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>True for a character that stands for a digit: no 0, O, I, l.</summary>
    public static bool IsDigit(char c) => Alphabet.Contains(c, StringComparison.Ordinal);

    /// <summary>How many bytes the text stands for; null when it is not Base58.</summary>
    public static int? LengthOf(string text)
    {
        var value = BigInteger.Zero;
        foreach (var c in text)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }
            value = (value * 58) + digit;
        }
        // A leading 1 is a leading zero byte.
        var zeros = text.TakeWhile(c => c == '1').Count();
        return zeros + (value.IsZero ? 0 : value.GetByteCount(isUnsigned: true));
    }
}
