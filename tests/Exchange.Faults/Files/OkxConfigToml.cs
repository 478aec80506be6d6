using System.Text;
using Exchange.Okx;
using Exchange.Storage;

namespace Exchange.Faults.Files;

/// <summary>The vendor's <c>config.toml</c>: profiles are put in and taken out between those of a person.</summary>
internal sealed class OkxConfigToml : SlottedFile
{
    private const string Top =
        "# Mine: the key of the old desk is in the safe.\ndefault_profile   =  'desk'   # not live\n";
    private const string Desk = """

        [profiles.desk]   # nobody but me
        site    = "eea"
        note    = '''it's "mine"'''
        limits  = [ 1_000,   0x1F, 1e3 ] # as the desk writes them
        api_key = "desk-key-0001"
        secret_key = 'desk-secret'
        passphrase = "desk-pass"
        """;
    private const string Other = """


        ["other program"]
        "key with blanks" = { a = 1,  b = "zwei" }
        # the end
        """;

    public override string Name => "OKX config.toml";

    public override string FileName => "config.toml";

    // The first line names the default profile, which our edits set.
    protected override string[] Foreign =>
        [Top[..Top.IndexOf('\n', StringComparison.Ordinal)], "# not live", Desk, Other];

    public override Task PrepareAsync(string folder) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(folder, FileName), Top + Desk + Other + "\n");

    protected override Task PutAsync(string folder, string name, string value) =>
        OkxConfigEdits.PutAsync(
            File(folder),
            OkxNewProfile.From(
                name,
                OkxSites.All[0],
                isDemo: true,
                Secret.From(value),
                Secret.From("secret"),
                Secret.From("pass")
            ),
            mayReplace: true,
            default
        );

    protected override Task RemoveAsync(string folder, string name) =>
        OkxConfigEdits.RemoveAsync(File(folder), name, default);

    protected override IReadOnlyDictionary<string, string> Values(string folder) =>
        File(folder)
            .Read()
            .Profiles.ToDictionary(
                profile => profile.Name,
                profile => profile.ApiKey?.Use(Encoding.UTF8.GetString) ?? "",
                StringComparer.Ordinal
            );

    private static OkxConfigFile File(string folder) => new(folder, [folder]) { LockLimit = TimeSpan.FromSeconds(60) };
}
