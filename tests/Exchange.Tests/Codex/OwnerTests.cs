using System.Diagnostics;
using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>A store that is replaced becomes the writer's, and the other program could not read its own logins any more.</summary>
public sealed class OwnerTests : IDisposable
{
    private const string Old = """{"version":1,"profiles":{}}""";

    private readonly CodexBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_store_of_another_user_is_not_taken_from_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && UnixFile.CurrentUser == 0, "Only root can give a file away.");
        _bench.WriteStore(Old);
        using (var chown = Process.Start("chown", ["12345", _bench.StorePath]))
        {
            await chown.WaitForExitAsync(CodexBench.Cancel);
        }

        var error = await Caught.ErrorAsync(
            "CodexAuth.store_not_writable",
            () =>
                _bench
                    .Store()
                    .WriteAsync("openai-codex:work", _bench.Tokens(), setOrder: false, force: false, CodexBench.Cancel)
        );

        Assert.Contains("belongs to another user", error.Message, StringComparison.Ordinal);
        Assert.Equal(Old, _bench.ReadStore());
        Assert.Equal(["auth-profiles.json"], _bench.AgentFiles());
    }
}
