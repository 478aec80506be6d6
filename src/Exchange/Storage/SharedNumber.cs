using System.Buffers.Text;

namespace Exchange.Storage;

/// <summary>
/// A number in a tiny file that the processes of one user count up together. The file is its own lock, which ends with its holder. It
/// is not flushed to the disk: what a crash of the machine takes away must not matter.
/// </summary>
internal static class SharedNumber
{
    private const int Digits = 19;

    /// <summary>Puts the next number in the place of the last while nobody else can.</summary>
    /// <param name="path">The file; it is made where there is none.</param>
    /// <param name="next">The number after the last one, not negative; null is handed in when none is known.</param>
    /// <param name="limit">How long others are waited for.</param>
    /// <returns>The next number; null when others held the file all the time.</returns>
    /// <exception cref="IOException">The file cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be used.</exception>
    public static long? Replace(string path, Func<long?, long> next, TimeSpan limit)
    {
        using var file = FileLock.OpenAlone(path, limit);
        if (file is null)
        {
            return null;
        }
        Span<byte> text = stackalloc byte[Digits + 1];
        var number = next(Read(text[..file.Read(text)]));
        Utf8Formatter.TryFormat(number, text, out _, new('D', Digits));
        text[Digits] = (byte)'\n';
        file.Position = 0;
        file.Write(text);
        return number;
    }

    // Anything but what was written here says nothing.
    private static long? Read(ReadOnlySpan<byte> text) =>
        text.Length == Digits + 1
        && Utf8Parser.TryParse(text[..Digits], out long number, out var read)
        && read == Digits
            ? number
            : null;
}
