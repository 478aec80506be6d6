using System.Runtime.InteropServices;

namespace Exchange.Okx.Binary;

/// <summary>The names by which the vendor's downloads tell machines apart (okx-account.md section 7).</summary>
internal static class OkxAuthPlatform
{
    private static readonly string[] Known =
    [
        "darwin-arm64",
        "darwin-x64",
        "linux-arm64",
        "linux-x64",
        "win32-arm64",
        "win32-x64",
    ];

    /// <summary>This machine's name; null when there is no download for it.</summary>
    public static string? Current { get; } = Array.Find(Known, name => name == Name);

    /// <summary>This machine's name, known or not.</summary>
    public static string Name =>
        (
            OperatingSystem.IsWindows() ? "win32"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux"
        )
        + "-"
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <summary>The platform whose program runs here too, where there is none of its own (HTTP 404); null for none.</summary>
    public static string? Substitute(string platform) => platform == "linux-arm64" ? "linux-x64" : null;

    /// <summary>The program's file name.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "okx-auth.exe" : "okx-auth";
}
