using Xunit.Sdk;

namespace Exchange.Tests.Support;

/// <summary>Who may read a file. On Windows the test that asks is skipped, loudly.</summary>
internal static class Modes
{
    public const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    public static UnixFileMode Of(string path) =>
        OperatingSystem.IsWindows() ? throw SkipException.ForSkip("Modes are of Unix.") : File.GetUnixFileMode(path);
}
