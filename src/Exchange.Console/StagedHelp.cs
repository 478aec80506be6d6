namespace Exchange.CommandLine;

/// <summary>Texts that the build makes of the help pages and puts beside the program; without them help knows the parameters only.</summary>
internal static class StagedHelp
{
    private const string TopicPrefix = "about_";
    private const string Contents = "list";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "help");

    /// <summary>The cmdlets by area, each with its sentence; null when nothing is staged.</summary>
    public static string? List => Read(Contents);

    /// <summary>The page of a cmdlet by its exact name; null when there is none.</summary>
    public static string? Of(string cmdlet) => Read(cmdlet);

    /// <summary>An about topic by its name, in any case; null when there is none.</summary>
    public static string? Topic(string name) =>
        name.StartsWith(TopicPrefix, StringComparison.OrdinalIgnoreCase) && Directory.Exists(Folder)
            ? Directory
                .GetFiles(Folder, TopicPrefix + "*.txt")
                .Where(file => Path.GetFileNameWithoutExtension(file).Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(File.ReadAllText)
                .FirstOrDefault()
            : null;

    private static string? Read(string name)
    {
        var file = Path.Combine(Folder, name + ".txt");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
