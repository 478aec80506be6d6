namespace Exchange.Okx;

/// <summary>The folder that is shared with the vendor's own programs: <c>~/.okx</c> (okx-account.md section 2).</summary>
public static class OkxFolder
{
    /// <summary>Environment variable of another folder.</summary>
    public const string Variable = "OKX_CONFIG_DIR";

    /// <summary><c>OKX_CONFIG_DIR</c>; else <c>.okx</c> in the home that <see cref="Home"/> tells.</summary>
    public static string Locate(Func<string, string?> environment) =>
        environment(Variable) is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(Home(environment), ".okx");

    /// <summary><c>HOME</c>, also on Windows; else the user's profile folder.</summary>
    public static string Home(Func<string, string?> environment) =>
        environment("HOME") is { Length: > 0 } home
            ? Path.GetFullPath(home)
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
