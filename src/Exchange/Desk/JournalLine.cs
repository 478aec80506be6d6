using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Desk;

/// <summary>One transition as it stands in the journal. Exactly one of the two is there.</summary>
internal sealed record JournalEntry(AttemptIntent? Intent, AttemptOutcome? Outcome);

/// <summary>
/// The form of a journal line: 16 hex digits of SHA-256 over the JSON's bytes, a space, the JSON, a line feed. A line that was
/// torn or changed does not match its checksum.
/// </summary>
internal static class JournalLine
{
    private const int ChecksumLength = 16;

    public static byte[] Write(JournalEntry entry)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry);
        var line = new byte[ChecksumLength + 1 + json.Length + 1];
        Checksum(json, line);
        line[ChecksumLength] = (byte)' ';
        json.CopyTo(line, ChecksumLength + 1);
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>The entry, or null when the line is not one that was written whole.</summary>
    public static JournalEntry? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length < ChecksumLength + 2 || line[ChecksumLength] != (byte)' ')
        {
            return null;
        }
        var json = line[(ChecksumLength + 1)..];
        Span<byte> expected = stackalloc byte[ChecksumLength];
        Checksum(json, expected);
        return expected.SequenceEqual(line[..ChecksumLength]) ? Parse(json) : null;
    }

    private static JournalEntry? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JournalJson.Default.JournalEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Checksum(ReadOnlySpan<byte> json, Span<byte> hex)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        Encoding.ASCII.GetBytes(Convert.ToHexString(hash[..(ChecksumLength / 2)]), hex);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
