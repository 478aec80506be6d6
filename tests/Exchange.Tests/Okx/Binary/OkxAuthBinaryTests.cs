using System.Collections.Concurrent;
using System.Security.Cryptography;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.Binary;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx.Binary;

/// <summary>The vendor's sign-in program (okx-account.md section 7): report, download, removal.</summary>
public sealed class OkxAuthBinaryTests : IDisposable
{
    private static readonly byte[] Program = [0x7F, 0x45, 0x4C, 0x46, 0xFF, 0xFE, 0x00, 0xC0, 0x80, 0xED, 0xA0, 0x80];
    private static readonly string ProgramHash = Convert.ToHexString(SHA256.HashData(Program)).ToLowerInvariant();
    private static readonly string Checksum =
        $$"""{"sha256":"{{ProgramHash}}","size":{{Program.Length}},"target":"{{OkxAuthPlatform.Name}}"}""";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly ReadCorridor _corridor = new(TimeProvider.System, () => 0.5);

    public OkxAuthBinaryTests() => _environment["OKX_CONFIG_DIR"] = _folder["okx"];

    private OkxAuthBinary Binary => new(name => _environment.GetValueOrDefault(name), _corridor);

    private string OwnPath => Path.Combine(_folder["okx"], "bin", OkxAuthPlatform.FileName);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_there_is_reported_without_a_call()
    {
        var info = await Binary.DescribeAsync(checkUpdate: false, Cancel);

        Assert.Equal(
            $$"""{"binaryPath":"{{OwnPath}}","exists":false,"platform":"{{OkxAuthPlatform.Name}}","fileSize":null,"sha256":null,"cdnMatch":"not-installed","cdnSha256":null,"cdnSource":null,"provider":"builtin"}""",
            info.ToJson()
        );
    }

    [Fact]
    public async Task A_program_that_fits_is_installed_reported_and_removed()
    {
        await using var server = Serve(Checksum, Program);

        var done = await Binary.InstallAsync(Cancel);
        var info = await Binary.DescribeAsync(checkUpdate: true, Cancel);
        var again = await Binary.InstallAsync(Cancel);

        Assert.Equal(("installed", null), (done.Status, done.Error));
        Assert.Equal(("match", ProgramHash, (long)Program.Length), (info.CdnMatch, info.Sha256, info.FileSize!.Value));
        Assert.Equal("up-to-date", again.Status);
        Assert.Equal(1, server.CountOf("GET", ProgramPath));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("755", Convert.ToString((int)File.GetUnixFileMode(OwnPath), 8));
        }
        await File.WriteAllTextAsync(Path.Combine(_folder["okx"], "auth-binary-check.json"), "{}", Cancel);

        Assert.Equal($$"""{"status":"removed","path":"{{OwnPath}}"}""", Binary.Remove().ToJson());
        Assert.Equal($$"""{"status":"not-found","path":"{{OwnPath}}"}""", Binary.Remove().ToJson());
        Assert.False(File.Exists(Path.Combine(_folder["okx"], "auth-binary-check.json")));
    }

    public static TheoryData<string, string> Misfits =>
        new()
        {
            { Checksum.Replace($"\"size\":{Program.Length}", "\"size\":9", StringComparison.Ordinal), "bytes" },
            {
                Checksum.Replace(ProgramHash, new string('0', 64), StringComparison.Ordinal),
                "does not fit its checksum"
            },
            { Checksum.Replace(OkxAuthPlatform.Name, "amiga-68k", StringComparison.Ordinal), "another platform" },
            { """{"size":1}""", "cannot be used" },
            { """{"sha256":"../../etc","size":1,"target":"x"}""", "cannot be used" },
            {
                Checksum.Replace($"\"size\":{Program.Length}", "\"size\":999999999999", StringComparison.Ordinal),
                "cannot be used"
            },
            { "<html>", "not JSON" },
        };

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task What_does_not_fit_is_not_installed(string checksum, string why)
    {
        await using var server = Serve(checksum, Program);
        Directory.CreateDirectory(Path.GetDirectoryName(OwnPath)!);
        await File.WriteAllTextAsync(OwnPath, "the old one", Cancel);

        var done = await Binary.InstallAsync(Cancel);

        Assert.Equal(("failed", "Installation failed: All CDN sources failed"), (done.Status, done.Error));
        Assert.Contains(why, Assert.Single(done.Messages), StringComparison.Ordinal);
        Assert.Equal("the old one", await File.ReadAllTextAsync(OwnPath, Cancel));
        Assert.Equal([OwnPath], Directory.GetFiles(Path.GetDirectoryName(OwnPath)!));
    }

    [Fact]
    public async Task A_source_that_only_answers_errors_has_nothing_for_this_platform()
    {
        await using var server = Use(new LoopbackServer(_ => Answer.Empty(404)));

        Assert.Equal(
            "Installation failed: okx-auth binary not available on CDN for this platform",
            (await Binary.InstallAsync(Cancel)).Error
        );
    }

    [Theory]
    [InlineData(5, "installed")]
    [InlineData(6, "failed")]
    public async Task Redirections_are_followed_five_times(int redirects, string status)
    {
        await using var server = Use(
            new LoopbackServer(request =>
            {
                if (request.Path.EndsWith("checksum.json", StringComparison.Ordinal))
                {
                    return Answer.Json(Checksum);
                }
                var hop = int.TryParse(request.Query, null, out var at) ? at : 0;
                return hop == redirects
                    ? Answer.Of(Program, "application/octet-stream", 200)
                    : Answer.Empty(302, $"Location: {request.Path}?{hop + 1}");
            })
        );

        Assert.Equal(status, (await Binary.InstallAsync(Cancel)).Status);
    }

    [Theory]
    [InlineData("http://evil.example/okx-auth")]
    [InlineData("https://evil.example/okx-auth")]
    [InlineData("ftp://127.0.0.1/okx-auth")]
    public async Task A_redirection_off_this_machine_is_not_followed_from_it(string location)
    {
        await using var server = Use(new LoopbackServer(_ => Answer.Empty(302, $"Location: {location}")));

        var done = await Binary.InstallAsync(Cancel);

        Assert.Contains("redirects to where nobody follows", Assert.Single(done.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("http://evil.example")]
    [InlineData("somewhere")]
    public async Task Another_source_is_on_this_machine_or_refused(string source)
    {
        _environment["OKX_AUTH_CDN"] = source;

        await Caught.ErrorAsync("Okx.ConfigError", () => Binary.InstallAsync(Cancel));
    }

    [Fact]
    public async Task A_named_program_is_never_replaced_and_outside_our_folder_never_removed()
    {
        var named = _folder["mine"];
        await File.WriteAllTextAsync(named, "mine", Cancel);
        _environment["OKX_AUTH_BIN"] = named;

        var done = await Binary.InstallAsync(Cancel);
        var removal = Binary.Remove();

        Assert.Equal(("up-to-date", "(env override)"), (done.Status, done.Source));
        Assert.Equal("failed", removal.Status);
        Assert.True(File.Exists(named));
        Assert.True((await Binary.DescribeAsync(checkUpdate: false, Cancel)).Exists);
    }

    [Fact]
    public async Task A_check_that_nobody_answers_is_unavailable()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(OwnPath)!);
        await File.WriteAllTextAsync(OwnPath, "x", Cancel);
        _environment["OKX_AUTH_CDN"] = LoopbackServer.Nowhere.GetLeftPart(UriPartial.Authority);

        Assert.Equal("unavailable", (await Binary.DescribeAsync(checkUpdate: true, Cancel)).CdnMatch);
    }

    [Fact]
    public async Task An_old_program_is_a_mismatch()
    {
        await using var server = Serve(Checksum, Program);
        Directory.CreateDirectory(Path.GetDirectoryName(OwnPath)!);
        await File.WriteAllTextAsync(OwnPath, "old", Cancel);

        var info = await Binary.DescribeAsync(checkUpdate: true, Cancel);

        Assert.Equal(("mismatch", ProgramHash), (info.CdnMatch, info.CdnSha256));
    }

    public void Dispose()
    {
        _corridor.Dispose();
        _folder.Dispose();
    }

    private static string ProgramPath => $"/upgradeapp/tools/oauth/{OkxAuthPlatform.Name}/{OkxAuthPlatform.FileName}";

    private LoopbackServer Serve(string checksum, byte[] program) =>
        Use(
            new LoopbackServer(request =>
                request.Path.EndsWith("/checksum.json", StringComparison.Ordinal) ? Answer.Json(checksum)
                : request.Path == ProgramPath ? Answer.Of(program, "application/octet-stream", 200)
                : Answer.Empty(404)
            )
        );

    private LoopbackServer Use(LoopbackServer server)
    {
        _environment["OKX_AUTH_CDN"] = server.Address.GetLeftPart(UriPartial.Authority);
        return server;
    }
}
