using System.Runtime.InteropServices;

namespace Exchange.CommandLine;

/// <summary>
/// Standard output that notices when its reader has gone. The runtime's own stream keeps quiet about that, and a cmdlet would go
/// on asking for pages that nobody reads.
/// </summary>
internal sealed class WatchedOutput(Stream output) : Stream
{
    private const int StandardOutput = 1;
    private const short HasErrorOrHangUp = 0x08 | 0x10;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">Nobody reads any more.</exception>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="IOException">Nobody reads any more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!OperatingSystem.IsWindows() && HasGone())
        {
            throw new IOException("The reader of standard output has gone.");
        }
        output.Write(buffer);
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static bool HasGone()
    {
        var watched = new PollDescriptor { File = StandardOutput };
        return Poll(ref watched, 1, 0) > 0 && (watched.Happened & HasErrorOrHangUp) != 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollDescriptor descriptors, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int File;
        public short Wanted;
        public short Happened;
    }
}
