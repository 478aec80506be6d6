using System.Runtime.InteropServices;

namespace Exchange.Storage;

/// <summary>Whose a file is. .NET does not tell, so Linux is asked by itself; elsewhere nothing is known.</summary>
internal static partial class FileOwner
{
    // statx(2): the structure is the same on every architecture; stx_uid is at 20.
    private const int CurrentFolder = -100;
    private const uint WantOwner = 0x8;
    private const int OwnerOffset = 20;
    private const int StructureSize = 256;

    /// <summary>True when somebody else owns the file; false when this user does, when there is none, or when it cannot be told.</summary>
    public static bool IsAnother(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        Span<byte> facts = stackalloc byte[StructureSize];
        try
        {
            return Facts(CurrentFolder, path, 0, WantOwner, facts) == 0
                && BitConverter.ToUInt32(facts[OwnerOffset..]) != EffectiveUser();
        }
        catch (Exception trouble) when (trouble is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Facts(int folder, string path, int flags, uint wanted, Span<byte> facts);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
