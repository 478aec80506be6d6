namespace Exchange.Streams;

/// <summary>A whole message of a stream.</summary>
/// <param name="Connection">1 for the first connection, more after each reconnect: some services say again what they said before.</param>
/// <param name="Json">The bytes; only valid until the next frame is read.</param>
public readonly record struct StreamFrame(int Connection, ReadOnlyMemory<byte> Json);
