namespace Exchange.Faults.BadBytes;

/// <summary>Makes inputs: seeds bent in several ways, seeds spliced, and noise. The same seed makes the same inputs.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> seeds)
{
    private const int LongestNoise = 200;
    private const int LongestInput = 16 * 1024;

    // Bytes that mean something to some reader.
    private static readonly byte[] Marks = "\0\t\n\r \"'#$%&()*+,-./0123456789:;<=>?@ABCEFTZ[\\]^_`aefnrtu{|}~"u8
        .ToArray()
        .Concat(new byte[] { 0x7F, 0x80, 0xBF, 0xC0, 0xE2, 0xED, 0xEF, 0xF4, 0xFF })
        .ToArray();

    // Words of several bytes that mutation by the byte finds too seldom.
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "\\ud800",
            "\\uDC00",
            "\\u0000",
            "\uFEFF",
            "\u2028",
            "&amp;",
            "%ff",
            "%00",
            "null",
            "1e999",
            "-0",
            "[[",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    private readonly Random _chance = new(seed);
    private readonly JsonSeed?[] _json = [.. seeds.Select(JsonSeed.Of)];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        if (_chance.Next(10) == 0)
        {
            var noise = new byte[_chance.Next(LongestNoise)];
            _chance.NextBytes(noise);
            return noise;
        }
        var at = _chance.Next(seeds.Count);
        if (_json[at] is { } json && _chance.Next(2) == 0)
        {
            return json.Next(_chance);
        }
        var bytes = new List<byte>(seeds[at]);
        for (var bends = 1 + _chance.Next(4); bends > 0; bends--)
        {
            Bend(bytes);
        }
        return bytes.Count > LongestInput ? [.. bytes.Take(LongestInput)] : [.. bytes];
    }

    private void Bend(List<byte> bytes)
    {
        var at = _chance.Next(bytes.Count + 1);
        var length = Math.Min(_chance.Next(1, 24), bytes.Count - at);
        switch (_chance.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _chance.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = Mark();
                break;
            case 2:
                bytes.Insert(at, Mark());
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat(Mark(), _chance.Next(1, 80)));
                break;
            case 6:
                bytes.InsertRange(at, Words[_chance.Next(Words.Length)]);
                break;
            default:
                var other = seeds[_chance.Next(seeds.Count)];
                var from = _chance.Next(other.Length + 1);
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.Skip(from));
                break;
        }
    }

    private byte Mark() => Marks[_chance.Next(Marks.Length)];
}
