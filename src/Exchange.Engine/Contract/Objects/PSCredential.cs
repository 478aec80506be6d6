#nullable disable
using System.Net;
using System.Security;

namespace System.Management.Automation;

/// <summary>A user name and a password.</summary>
public sealed class PSCredential
{
    public PSCredential(string userName, SecureString password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        UserName = userName;
        Password = password;
    }

    private PSCredential() { }

    public static PSCredential Empty { get; } = new();

    public string UserName { get; }

    public SecureString Password { get; }

    public static explicit operator NetworkCredential(PSCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return credential.GetNetworkCredential();
    }

    /// <summary>The same in plain text; <c>domain\user</c> is split.</summary>
    public NetworkCredential GetNetworkCredential()
    {
        if (UserName is null)
        {
            return null;
        }
        var cut = UserName.IndexOf('\\', StringComparison.Ordinal);
        return cut <= 0
            ? new NetworkCredential(UserName, Password)
            : new NetworkCredential(UserName[(cut + 1)..], Password, UserName[..cut]);
    }
}
