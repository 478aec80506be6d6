using Exchange.BitoPro;
using Exchange.Codex.Locks;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Okx;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

/// <summary>A link in the place of a file of ours: what it leads to is never written, nor made.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Victims = "0000001700000000000\nnot ours\n";

    private readonly TemporaryFolder _folder = new();
    private readonly StateFolder _state;

    public LinkTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets few make links.");
        _state = new StateFolder(Directory.CreateDirectory(_folder["state"]).FullName);
        File.WriteAllText(Victim, Victims);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Victim => _folder["victim"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_journal_is_not_written_through_one()
    {
        Link("journal.log", Victim);

        var error = await Caught.ErrorAsync(
            "Exchange.StorageUnavailable",
            () => new Journal(_state).WriteAsync([Attempts.Intent("a")], idsAreFresh: true, Cancel)
        );

        Assert.Contains("is a link", error.Message, StringComparison.Ordinal);
        Assert.Equal(Victims, await File.ReadAllTextAsync(Victim, Cancel));
    }

    [Fact]
    public async Task A_lock_is_not_taken_through_one_nor_is_anything_made_where_it_leads()
    {
        var nowhere = _folder["nowhere"];
        Link("x.lock", nowhere);

        await Caught.ErrorAsync(
            "Exchange.StorageUnavailable",
            () => FileLock.TakeAsync(Path.Combine(_state.Path, "x.lock"), TimeSpan.Zero, Cancel)
        );

        Assert.False(File.Exists(nowhere));
    }

    [Fact]
    public void A_nonce_is_counted_without_it()
    {
        var nonces = new NonceSource(new ManualClock()) { Folder = () => _state };
        var notes = new List<string>();
        nonces.Next("key");
        var file = Assert.Single(Directory.GetFiles(_state.Path));
        File.Delete(file);
        File.CreateSymbolicLink(file, Victim);

        Assert.Equal(1_700_000_000_001, nonces.Next("key", notes.Add));

        Assert.Single(notes);
        Assert.Equal(Victims, File.ReadAllText(Victim));
    }

    [Fact]
    public void A_file_that_becomes_one_at_the_last_moment_is_found_out()
    {
        var path = Path.Combine(_state.Path, "file");
        File.WriteAllText(path, "ours");
        using var open = new FileStream(Victim, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

        Assert.NotEqual(UnixFile.Of(path)!.Value.Identity, UnixFile.Of(open.SafeFileHandle).Identity);
        Assert.Equal(UnixFile.Of(Victim)!.Value.Identity, UnixFile.Of(open.SafeFileHandle).Identity);
    }

    [Fact]
    public void A_file_that_it_leads_to_is_not_taken_for_the_folder_that_it_may_lead_into()
    {
        Link("config.toml", Victim);

        Caught.Error("Okx.ConfigError", () => OkxConfigTarget.Of(Path.Combine(_state.Path, "config.toml"), [Victim]));
    }

    [Fact]
    public async Task A_folder_that_leads_in_a_circle_is_an_error_of_the_store()
    {
        Link("agent", Path.Combine(_state.Path, "agent"));
        var path = Path.Combine(_state.Path, "agent", "auth-profiles.json");

        await Caught.ErrorAsync(
            "CodexAuth.store_not_writable",
            () =>
                LockFile.TakeAsync(
                    path,
                    LockPatience.None,
                    new ManualClock(),
                    () => 0,
                    () => new ExchangeException("Test.Busy", ErrorKind.Storage, "busy"),
                    Cancel
                )
        );
    }

    [Fact]
    public async Task The_audit_is_not_written_through_one()
    {
        Link("guard-audit.jsonl", Victim);
        var request = Guard.Sessions.Request("stop");

        await Caught.ErrorAsync(
            "Exchange.StorageUnavailable",
            () =>
                new GuardAudit(_state).WriteAsync(
                    Guard.Sessions.Decide(request),
                    request,
                    new GuardSettings { IsStrict = true },
                    isPreview: false,
                    Cancel
                )
        );

        Assert.Equal(Victims, await File.ReadAllTextAsync(Victim, Cancel));
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_state.Path, name), target);
}
