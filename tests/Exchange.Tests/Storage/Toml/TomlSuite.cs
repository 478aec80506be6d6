namespace Exchange.Tests.Storage.Toml;

/// <summary>
/// The public TOML conformance suite, in <c>shared/toml-test</c> beside the project. Where it is not, its two tests say so and
/// count as skipped.
/// </summary>
internal static class TomlSuite
{
    private static readonly string? Folder = Find();

    /// <summary>The files of TOML 1.0.0 below a folder of the suite, without their ending.</summary>
    public static TheoryData<string> Files(string below) =>
        [
            .. Folder is null
                ? [NotThere]
                : File.ReadAllLines(Path.Combine(Folder, "files-toml-1.0.0"))
                    .Where(line => line.StartsWith(below + "/", StringComparison.Ordinal))
                    .Where(line => line.EndsWith(".toml", StringComparison.Ordinal))
                    .Select(line => line[..^".toml".Length]),
        ];

    public static byte[] Toml(string name) => File.ReadAllBytes(PathOf(name, ".toml"));

    public static string Json(string name) => File.ReadAllText(PathOf(name, ".json"));

    private const string NotThere = "(not there)";

    private static string PathOf(string name, string ending)
    {
        Assert.SkipWhen(
            name == NotThere,
            "THE TOML CONFORMANCE SUITE DID NOT RUN: shared/toml-test is not beside the project."
        );
        return Path.Combine(Folder!, name + ending);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var suite = Path.Combine(folder.FullName, "shared", "toml-test");
            if (File.Exists(Path.Combine(suite, "files-toml-1.0.0")))
            {
                return suite;
            }
        }
        return null;
    }
}
