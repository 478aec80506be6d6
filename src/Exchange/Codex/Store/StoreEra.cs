namespace Exchange.Codex.Store;

/// <summary>Which generation of the other program's storage is here (codex-auth.md section 2).</summary>
public enum CodexStoreKind
{
    /// <summary>No store yet.</summary>
    Absent,

    /// <summary>The file that is read and written here.</summary>
    Json,

    /// <summary>A database is there, and the other program no longer reads the file.</summary>
    SqlitePresent,
}

internal static class StoreEra
{
    public static CodexStoreKind Of(CodexPlaces places)
    {
        if (
            File.Exists(Path.Combine(places.AgentFolder, "openclaw-agent.sqlite"))
            || File.Exists(Path.Combine(places.StateFolder, "state", "openclaw.sqlite"))
        )
        {
            return CodexStoreKind.SqlitePresent;
        }
        return File.Exists(places.StorePath) ? CodexStoreKind.Json : CodexStoreKind.Absent;
    }

    public const string Superseded =
        "The other program keeps its logins in a database here and ignores this file. "
        + "Use its own command instead: openclaw models auth login --provider openai";

    /// <exception cref="ExchangeException"><c>CodexAuth.store_superseded</c></exception>
    public static void Check(CodexPlaces places, bool force, string profileId)
    {
        if (!force && Of(places) == CodexStoreKind.SqlitePresent)
        {
            throw CodexError.Of("store_superseded", Superseded, "-Force writes the file all the same.", profileId);
        }
    }
}
