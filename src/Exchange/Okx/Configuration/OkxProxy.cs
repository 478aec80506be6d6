using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>A proxy, its password apart from its address (okx-account.md 2.1, 2.3).</summary>
/// <param name="Address"><c>http</c> or <c>https</c>, without user and password.</param>
/// <param name="User">The user name; null when there is none.</param>
/// <param name="Password">The password; null when there is none.</param>
public sealed record OkxProxy(Uri Address, string? User, Secret? Password)
{
    /// <summary>The proxy for calls to an address: the profile's, else the environment's, unless <c>NO_PROXY</c> names the host.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: it is no http or https address.</exception>
    public static OkxProxy? Resolve(string? ofProfile, Uri address, Func<string, string?> environment)
    {
        if (!string.IsNullOrWhiteSpace(ofProfile))
        {
            return Checked(ofProfile.Trim());
        }
        if (address.IsLoopback || IsExempt(address, Variable(environment, "NO_PROXY")))
        {
            return null;
        }
        var named = Variable(environment, address.Scheme == Uri.UriSchemeHttps ? "HTTPS_PROXY" : "HTTP_PROXY");
        return named is null ? null : Checked(named);
    }

    /// <summary>Address and a mask for the user.</summary>
    public override string ToString() =>
        User is null ? Address.ToString() : $"{Address.Scheme}://***@{Address.Authority}";

    private static OkxProxy Checked(string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        )
        {
            throw OkxError.Config(
                $"Invalid proxy URL \"{OkxMasks.Address(text)}\".",
                "A proxy is an http or https address, such as http://127.0.0.1:7890."
            );
        }
        var plain = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        var user = address.UserInfo.Split(':', 2);
        return new OkxProxy(
            plain,
            user[0].Length == 0 ? null : Uri.UnescapeDataString(user[0]),
            user.Length < 2 ? null : Secret.From(Uri.UnescapeDataString(user[1]))
        );
    }

    private static string? Variable(Func<string, string?> environment, string name) =>
        new[] { name, name.ToLowerInvariant() }
            .Select(variable => environment(variable)?.Trim())
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));

    // A comma list of hosts; each counts for its sub-domains too, with or without a leading point; * is everything.
    private static bool IsExempt(Uri address, string? list) =>
        (list ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(entry => entry == "*" || Covers(entry, address));

    private static bool Covers(string entry, Uri address)
    {
        var parts = entry.Split(':', 2);
        var host = parts[0].TrimStart('*').TrimStart('.');
        var isHost =
            address.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);
        return isHost && (parts.Length == 1 || parts[1] == $"{address.Port}");
    }
}
