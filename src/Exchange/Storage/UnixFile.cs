using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Exchange.Storage;

/// <summary>What a path names itself: links are not followed.</summary>
internal enum UnixFileKind
{
    File,
    Folder,
    Link,
    Other,
}

/// <summary>Who owns a file and who may use it, on Linux and macOS: what .NET has no call for.</summary>
internal readonly partial record struct UnixFile(UnixFileKind Kind, uint Owner, UnixFileMode Mode)
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int NoPath = 0x1000;
    private const uint BasicFacts = 0x7ff;
    private const int WriteAndSearch = 2 | 1;
    private const int NoSuchFile = 2;
    private const int NotAFolder = 20;

    /// <summary>The user as whom this process acts.</summary>
    public static uint CurrentUser => geteuid();

    /// <summary>Which file it is, whatever names it has: its file system and its number there.</summary>
    public (ulong FileSystem, ulong Number) Identity { get; private init; }

    /// <summary>True when neither the group nor others may write.</summary>
    public bool IsForItsOwner => (Mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == UnixFileMode.None;

    /// <summary>The facts of what a path names itself; null when nothing is there.</summary>
    /// <exception cref="IOException">They cannot be had.</exception>
    public static UnixFile? Of(string path)
    {
        var facts = new byte[256];
        var result = OperatingSystem.IsMacOS()
            ? DarwinFacts(path, facts)
            : statx(CurrentFolder, path, NoFollow, BasicFacts, facts);
        if (result == 0)
        {
            return Read(facts);
        }
        var error = Marshal.GetLastPInvokeError();
        return error is NoSuchFile or NotAFolder
            ? null
            : throw new IOException($"The facts of {path} cannot be read (error {error}).");
    }

    /// <summary>The facts of a file that is open, whatever its path means by now.</summary>
    /// <exception cref="IOException">They cannot be had.</exception>
    public static UnixFile Of(SafeFileHandle file)
    {
        var facts = new byte[256];
        var result = OperatingSystem.IsMacOS() ? DarwinFacts(file, facts) : statx(file, "", NoPath, BasicFacts, facts);
        return result == 0
            ? Read(facts)
            : throw new IOException(
                $"The facts of an open file cannot be read (error {Marshal.GetLastPInvokeError()})."
            );
    }

    /// <summary>True when this process can make files in the folder.</summary>
    public static bool CanWriteIn(string folder) => access(folder, WriteAndSearch) == 0;

    // Both layouts are part of their platform's binary contract: struct stat with 64-bit inodes, and struct statx.
    private static UnixFile Read(ReadOnlySpan<byte> facts) =>
        OperatingSystem.IsMacOS()
            ? From(Word(facts, 4), Number(facts, 16)) with
            {
                Identity = (Number(facts, 0), LongNumber(facts, 8)),
            }
            : From(Word(facts, 28), Number(facts, 20)) with
            {
                Identity = (((ulong)Number(facts, 136) << 32) | Number(facts, 140), LongNumber(facts, 32)),
            };

    private static UnixFile From(int mode, uint owner) =>
        new(
            (mode & 0xF000) switch
            {
                0x8000 => UnixFileKind.File,
                0x4000 => UnixFileKind.Folder,
                0xA000 => UnixFileKind.Link,
                _ => UnixFileKind.Other,
            },
            owner,
            (UnixFileMode)(mode & 0xFFF)
        );

    private static int Word(ReadOnlySpan<byte> facts, int at) => BinaryPrimitives.ReadUInt16LittleEndian(facts[at..]);

    private static uint Number(ReadOnlySpan<byte> facts, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(facts[at..]);

    private static ulong LongNumber(ReadOnlySpan<byte> facts, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(facts[at..]);

    private static int DarwinFacts(string path, byte[] facts) =>
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? lstat(path, facts) : lstat64(path, facts);

    private static int DarwinFacts(SafeFileHandle file, byte[] facts) =>
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? fstat(file, facts) : fstat64(file, facts);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int statx(int folder, string path, int flags, uint mask, [Out] byte[] facts);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int lstat(string path, [Out] byte[] facts);

    [LibraryImport(
        "libc",
        EntryPoint = "lstat$INODE64",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int lstat64(string path, [Out] byte[] facts);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int statx(SafeFileHandle file, string path, int flags, uint mask, [Out] byte[] facts);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fstat(SafeFileHandle file, [Out] byte[] facts);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fstat64(SafeFileHandle file, [Out] byte[] facts);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int access(string path, int mode);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint geteuid();
}
