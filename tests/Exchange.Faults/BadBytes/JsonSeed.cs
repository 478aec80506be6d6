using System.Text;
using System.Text.Json;

namespace Exchange.Faults.BadBytes;

/// <summary>A good JSON text whose values and names can be exchanged for others: right in its form, wrong in one place or more.</summary>
internal sealed class JsonSeed
{
    // Each is JSON, and for some reader a wrong type, a number that does not fit, or text that is none.
    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-1e-400",
            "9223372036854775808",
            "253402300800000",
            "79228162514264337593543950336",
            "123456789012345678901234567890.12345678901234567890",
            "\"\"",
            "\" \"",
            "\"0\"",
            "\"-1\"",
            "\"1e5\"",
            "\"NaN\"",
            "\"9999999999999999999\"",
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\u0000\"",
            "\"\\u202e\\u200b\"",
            "\"2026-02-30T99:99:99Z\"",
            "\"9999-12-31T23:59:59.9999999-14:00\"",
            "\"0001-01-01T00:00:00+14:00\"",
            "\"http://[::1\"",
            "\"a.b.c\"",
            "[]",
            "[null]",
            "[[]]",
            "[1,\"x\",{}]",
            "{}",
            "{\"\":null}",
            "{\"\\ud800\":1}",
        }.Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes(new string('[', 70) + new string(']', 70)),
        Encoding.UTF8.GetBytes($"\"{new string('9', 400)}\""),
        Encoding.UTF8.GetBytes(new string('9', 400)),
    ];

    private readonly byte[] _text;
    private readonly List<(int Start, int End)> _values = [];
    private readonly List<(int Start, int End)> _names = [];

    private JsonSeed(byte[] text) => _text = text;

    /// <summary>Null for what is no JSON.</summary>
    public static JsonSeed? Of(byte[] text)
    {
        var seed = new JsonSeed(text);
        try
        {
            seed.FindPlaces();
            return seed._values.Count > 0 ? seed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text with one to three places changed.</summary>
    public byte[] Next(Random chance)
    {
        var changes = Enumerable
            .Range(0, 1 + chance.Next(3))
            .Select(_ => Change(chance))
            .OrderBy(change => change.Start)
            .ToList();
        var bytes = new List<byte>(_text.Length + 64);
        var at = 0;
        foreach (var (start, end, by) in changes.Where(change => change.Start >= 0))
        {
            if (start < at)
            {
                continue;
            }
            bytes.AddRange(_text.AsSpan(at, start - at));
            bytes.AddRange(by);
            at = end;
        }
        bytes.AddRange(_text.AsSpan(at));
        return [.. bytes];
    }

    // Mostly a value; else a name cut, stretched, or broken so that it still begins as the known one does.
    private (int Start, int End, byte[] By) Change(Random chance)
    {
        if (_names.Count == 0 || chance.Next(4) > 0)
        {
            var (start, end) = _values[chance.Next(_values.Count)];
            return (start, end, Values[chance.Next(Values.Length)]);
        }
        var (from, to) = _names[chance.Next(_names.Count)];
        var inside = from + 1 + chance.Next(to - from - 1);
        return chance.Next(3) switch
        {
            0 => (inside, inside, "\\ud800"u8.ToArray()),
            1 => (inside, inside, "x"u8.ToArray()),
            _ => (from, to, _text[Range(_names[chance.Next(_names.Count)])]),
        };
    }

    private static Range Range((int Start, int End) place) => place.Start..place.End;

    private void FindPlaces()
    {
        var reader = new Utf8JsonReader(_text);
        var open = new Stack<int>();
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            var end = (int)reader.BytesConsumed;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // The reader has taken the colon with it.
                    _names.Add((start, start + reader.ValueSpan.Length + 2));
                    break;
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    open.Push(start);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    _values.Add((open.Pop(), end));
                    break;
                default:
                    _values.Add((start, end));
                    break;
            }
        }
    }
}
