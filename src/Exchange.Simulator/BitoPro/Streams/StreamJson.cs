using System.Globalization;
using System.Text.Json;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>What all frames have in common.</summary>
internal static class StreamJson
{
    private static readonly TimeSpan Taipei = TimeSpan.FromHours(8);

    public static void WriteTime(Utf8JsonWriter json, long nowMs)
    {
        // The live service writes UTC+8 and marks it Z (bitopro.md section 8): clients are to use the timestamp.
        var local = DateTimeOffset.FromUnixTimeMilliseconds(nowMs) + Taipei;
        json.WriteNumber("timestamp"u8, nowMs);
        json.WriteString("datetime"u8, local.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
