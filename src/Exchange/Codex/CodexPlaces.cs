namespace Exchange.Codex;

/// <summary>Which files and folders are used (codex-auth.md section 1 and 4.2); nothing here touches them.</summary>
public sealed record CodexPlaces
{
    private const string SharedFolder = "openclaw";

    private CodexPlaces() { }

    /// <summary>The other program's state folder.</summary>
    public string StateFolder { get; private init; } = "";

    /// <summary>The folder that holds the store.</summary>
    public string AgentFolder { get; private init; } = "";

    /// <summary>The store: <c>auth-profiles.json</c>.</summary>
    public string StorePath { get; private init; } = "";

    /// <summary>The other program's configuration; only ever read.</summary>
    public string ConfigPath { get; private init; } = "";

    /// <summary>Where pending sign-ins and job status go, in order of preference; the first that can be trusted is used.</summary>
    public IReadOnlyList<string> TemporaryFolders { get; private init; } = [];

    /// <summary>The places that the environment and the contract name.</summary>
    /// <param name="environment">Variables.</param>
    /// <param name="authPath">Another store, absolute; its folder is then the agent's.</param>
    /// <param name="rehearsal">
    /// A folder of ours for a rehearsal: pending sign-ins always go there, and so does the store unless the caller or the environment names one.
    /// </param>
    public static CodexPlaces Locate(Func<string, string?> environment, string? authPath, string? rehearsal = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var home =
            Named(environment, OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME", "")
            ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var state =
            Named(environment, "OPENCLAW_STATE_DIR", home)
            ?? (rehearsal is null ? Path.Combine(home, ".openclaw") : Path.Combine(rehearsal, SharedFolder));
        var agent =
            Named(environment, "OPENCLAW_AGENT_DIR", home)
            ?? Named(environment, "PI_CODING_AGENT_DIR", home)
            ?? Path.Combine(state, "agents", "main", "agent");
        var store = authPath ?? Path.Combine(agent, "auth-profiles.json");
        return new CodexPlaces
        {
            StateFolder = state,
            AgentFolder = Path.GetDirectoryName(store)!,
            StorePath = store,
            ConfigPath = Named(environment, "OPENCLAW_CONFIG_PATH", home) ?? Path.Combine(state, "openclaw.json"),
            TemporaryFolders = rehearsal is null ? Shared(environment) : [Path.Combine(rehearsal, "tmp")],
        };
    }

    /// <summary>The same with another store, whose folder is then the agent's.</summary>
    internal CodexPlaces WithStore(string path) =>
        this with
        {
            StorePath = path,
            AgentFolder = Path.GetDirectoryName(path)!,
        };

    /// <summary>The same with a state folder and a temporary folder that were found before.</summary>
    internal CodexPlaces Of(string stateFolder, string temporaryFolder) =>
        this with
        {
            StateFolder = stateFolder,
            TemporaryFolders = [temporaryFolder],
        };

    // The other program looks in the same two places, by the same rule.
    private static string[] Shared(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return [Path.Combine(Path.GetTempPath(), SharedFolder)];
        }
        var fallback = Named(environment, "TMPDIR", "") ?? "/tmp";
        return [$"/tmp/{SharedFolder}", Path.Combine(fallback, $"{SharedFolder}-{Storage.UnixFile.CurrentUser}")];
    }

    private static string? Named(Func<string, string?> environment, string variable, string home)
    {
        if (environment(variable)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }
        return Path.GetFullPath(
            home.Length > 0 && (text == "~" || text.StartsWith("~/", StringComparison.Ordinal))
                ? home + text[1..]
                : text
        );
    }
}
