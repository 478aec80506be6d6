namespace Exchange.Okx;

/// <summary>What to do about an error, in the words of okx-account.md 3.2 and 9.2, for the connection at hand.</summary>
internal static class OkxRemedies
{
    /// <summary>The three checks, from the top; not straight to a sign-in (okx-account.md 9.1).</summary>
    public static string Walk =>
        Language.Choose("Run Test-OkxAccount and follow what it says.", "请运行 Test-OkxAccount 并按其提示操作。");

    /// <summary>The remedy of a row.</summary>
    public static string? For(OkxErrorRow row, OkxConnection connection)
    {
        var choice = row.Choice switch
        {
            OkxChoice.TwoWays => Unauthorised(connection),
            OkxChoice.Region => Region(connection),
            _ => null,
        };
        return string.Join(' ', new[] { row.Remedy, choice }.OfType<string>()) is { Length: > 0 } remedy
            ? remedy
            : null;
    }

    /// <summary>Two options for a key; for a session, to sign in again.</summary>
    public static string Unauthorised(OkxConnection connection) => connection.Key is null ? Walk : TwoWays(connection);

    // okx-account.md 3.2: exactly two, in this order, and none is called better.
    private static string TwoWays(OkxConnection connection)
    {
        var page = $"https://{connection.WebHost}/account/my-api";
        var profile = connection.Profile ?? "default";
        var (english, chinese) =
            connection.Profile == "env"
                ? (
                    "take OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE out of the environment",
                    "移除环境变量 OKX_API_KEY、OKX_SECRET_KEY、OKX_PASSPHRASE"
                )
                : (
                    $"take the key's profile out (Remove-OkxProfile -Name {profile})",
                    $"移除该 key 的 profile(Remove-OkxProfile -Name {profile})"
                );
        return Language.Choose(
            $"There are two ways. 1) Replace the key: make a new one at {page}, then run Initialize-OkxConfig. "
                + $"2) Move fully to signing in: {english}, then run Connect-OkxAccount.",
            $"有两种方式。1) 更换 key:在 {page} 新建后运行 Initialize-OkxConfig。2) 完全改用登录:{chinese},然后运行 Connect-OkxAccount。"
        );
    }

    private static string Region(OkxConnection connection)
    {
        var then = connection.Key is null
            ? "sign in again at the right site: Connect-OkxAccount -Force -Site"
            : "make a profile with a key of that site: Add-OkxProfile";
        return $"The site in use is {connection.Site} ({connection.WebHost}). Compare it with the region of the registration; "
            + $"if they differ, {then}. Repeating alone does not help.";
    }
}
