using System.Security.Cryptography;
using System.Text;

namespace Exchange.Strategy;

/// <summary>How this machine is named to the service (strategy.md 2.1).</summary>
/// <param name="Id">64 hexadecimal digits, or a UUID.</param>
/// <param name="Name">At most 128 printable ASCII characters.</param>
public sealed record DeviceIdentity(string? Id, string Name)
{
    private const int LongestName = 128;

    /// <summary>Says nothing.</summary>
    public static DeviceIdentity Unknown { get; } = new(null, "unknown-device");

    /// <summary>The identity that follows from an id of the machine, which itself is not sent.</summary>
    public static DeviceIdentity Of(string? machineId, string machineName) => new(IdOf(machineId), NameOf(machineName));

    // HTTP headers of .NET are ASCII: other letters are left out.
    private static string NameOf(string text)
    {
        var name = new string([.. text.Where(c => c is > ' ' and < (char)127).Take(LongestName)]);
        return name.Length > 0 ? name : Unknown.Name;
    }

    private static string? IdOf(string? machineId) =>
        string.IsNullOrWhiteSpace(machineId)
            ? null
            : Convert
                .ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(machineId.Trim() + "onchainos")))
                .ToLowerInvariant();
}
