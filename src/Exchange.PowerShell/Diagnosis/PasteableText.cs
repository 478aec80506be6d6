using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>Paths and names as they can be shown to anybody: without the user's own folder, and without an e-mail.</summary>
internal static class PasteableText
{
    /// <summary>A path, with <c>~</c> in place of the user's folder.</summary>
    public static string PathOf(string path, Func<string, string?> environment)
    {
        var home = OkxFolder.Home(environment);
        return home.Length > 1 && path.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? "~" + path[home.Length..]
            : path;
    }

    /// <summary>A profile's name; of an e-mail the first character and the domain.</summary>
    public static string NameOf(string name)
    {
        var shown = OkxMasks.Shown(name);
        var at = shown.LastIndexOf('@');
        return at < 0 ? shown
            : at == 0 ? $"***{shown}"
            : $"{shown[0]}***{shown[at..]}";
    }
}
