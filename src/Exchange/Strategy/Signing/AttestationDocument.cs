namespace Exchange.Strategy.Signing;

/// <summary>The document that a session signs to activate Trader Mode (strategy.md 8).</summary>
internal static class AttestationDocument
{
    private const int LargestBytes = 64 * 1024;

    // A digest of an intent is that long: signing one unseen would sign an order.
    private const int DigestBytes = 32;

    /// <summary>The bytes of the hexadecimal text, with or without 0x; null when it must not be signed.</summary>
    public static byte[]? Read(string? text)
    {
        var digits = text is not null && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        if (
            digits is not { Length: > 0 and <= 2 * LargestBytes }
            || digits.Length % 2 != 0
            || !digits.All(char.IsAsciiHexDigit)
        )
        {
            return null;
        }
        var bytes = Convert.FromHexString(digits);
        return bytes.Length == DigestBytes ? null : bytes;
    }
}
