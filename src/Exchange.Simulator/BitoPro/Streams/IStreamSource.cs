using System.Text.Json;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>What one subscription has to say. Asked again and again, under the venue's lock.</summary>
internal interface IStreamSource
{
    /// <summary>Writes the next frame, or nothing and false when there is no news.</summary>
    bool TryWrite(Utf8JsonWriter json, long nowMs);
}
