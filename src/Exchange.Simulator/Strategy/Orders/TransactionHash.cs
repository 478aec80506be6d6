using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>A transaction's name in the form of its chain: the same for the same seed and order.</summary>
internal static class TransactionHash
{
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Of(ulong seed, long order, bool isSolana)
    {
        var bytes = SHA512.HashData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{seed}/{order}")));
        return isSolana ? Encode(bytes) : "0x" + Convert.ToHexString(bytes.AsSpan(0, 32)).ToLowerInvariant();
    }

    private static string Encode(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var rest = new BigInteger(bytes, isUnsigned: true, isBigEndian: true); !rest.IsZero; rest /= 58)
        {
            text.Insert(0, Base58[(int)(rest % 58)]);
        }
        return text.ToString();
    }
}
