using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Exchange.Simulator.Http;

/// <summary>
/// Codes and tokens that nobody could guess from outside, yet the same for the same seed and start: a restarted simulator
/// does not believe the tokens of the one before.
/// </summary>
internal sealed class SeededTokens(int seed, long startMs, string service)
{
    private long _count;

    /// <summary>The next token, with a prefix that says what it is and that it is not real.</summary>
    public string Next(string prefix) => prefix + Convert.ToHexString(NextBytes()).ToLowerInvariant()[..40];

    /// <summary>The next 32 bytes.</summary>
    public byte[] NextBytes()
    {
        var number = Interlocked.Increment(ref _count);
        var text = string.Create(CultureInfo.InvariantCulture, $"{service}/{seed}/{startMs}/{number}");
        return SHA256.HashData(Encoding.ASCII.GetBytes(text));
    }
}
