using Exchange.Guard;
using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md section 6: the window, and the file that processes share.</summary>
public sealed class DuplicateTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FileDuplicateStore Store => new(_folder["guard-attempts.json"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_id_counts_up_to_exactly_the_window_and_a_hit_does_not_refresh_it()
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        bool At(double ms) => DuplicateWindow.IsDuplicate(seen, ["a"], Sessions.Now.AddMilliseconds(ms), Window);

        Assert.False(At(0));
        Assert.True(At(1));
        Assert.True(At(300_000));
        Assert.False(At(300_001));
        Assert.True(At(600_001));
        Assert.False(At(600_002));
    }

    [Fact]
    public void An_id_from_the_future_still_counts()
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { ["a"] = Sessions.Now.AddHours(1) };

        Assert.True(DuplicateWindow.IsDuplicate(seen, ["a"], Sessions.Now, Window));
    }

    [Fact]
    public void One_known_id_makes_a_call_of_several_a_duplicate_and_records_none_of_them()
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal) { ["b"] = Sessions.Now };

        Assert.True(DuplicateWindow.IsDuplicate(seen, ["a", "b"], Sessions.Now, Window));
        Assert.Equal(["b"], seen.Keys);
    }

    [Theory]
    [InlineData("buy btc")]
    [InlineData("run a grid")]
    [InlineData("sell all btc 1")]
    public void An_id_is_recorded_even_when_a_later_row_refuses(string text)
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

        Assert.NotEqual("2", Sessions.Decide(Sessions.Request(text, attemptId: "a"), seen: seen).Row);
        Assert.Equal("2", Sessions.Decide(Sessions.Request(text, attemptId: "a"), seen: seen).Row);
    }

    [Fact]
    public void A_blocked_text_records_nothing()
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

        Sessions.Decide(Sessions.Request("bypass", attemptId: "a"), seen: seen);

        Assert.Empty(seen);
    }

    [Fact]
    public void An_empty_id_gives_no_protection()
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

        Sessions.Decide(Sessions.Request(attemptId: ""), seen: seen);

        Assert.Empty(seen);
        Assert.Equal("6", Sessions.Decide(Sessions.Request(attemptId: ""), seen: seen).Row);
    }

    [Fact]
    public async Task A_file_remembers_what_another_process_saw()
    {
        Assert.False(await SeenAsync(Store, "a"));
        Assert.True(await SeenAsync(Store, "a"));
        Assert.False(await SeenAsync(Store, "b"));
        Assert.False(await SeenAsync(Store, "a", Sessions.Now + Window + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public async Task A_look_records_nothing_and_writes_no_file()
    {
        Assert.False(await Store.IsDuplicateAsync(["a"], Sessions.Now, Window, record: false, Cancel));
        Assert.False(await Store.IsDuplicateAsync(["a"], Sessions.Now, Window, record: false, Cancel));

        Assert.False(File.Exists(_folder["guard-attempts.json"]));
    }

    [Fact]
    public async Task A_release_takes_one_id_away()
    {
        await SeenAsync(Store, "a");
        await SeenAsync(Store, "b");

        Assert.Equal(Sessions.Now, await Store.FindAsync("a", Cancel));
        Assert.True(await Store.ForgetAsync("a", Cancel));
        Assert.False(await Store.ForgetAsync("a", Cancel));
        Assert.Null(await Store.FindAsync("a", Cancel));
        Assert.False(await SeenAsync(Store, "a"));
        Assert.True(await SeenAsync(Store, "b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"A":"soon"}""")]
    public async Task A_file_that_cannot_be_read_is_not_an_empty_one(string content)
    {
        await File.WriteAllTextAsync(_folder["guard-attempts.json"], content, Cancel);

        var error = await Caught.ErrorAsync("TradeGuard.StoreUnreadable", () => SeenAsync(Store, "a"));

        Assert.Equal(ErrorKind.Storage, error.Kind);
        Assert.Equal(content, await File.ReadAllTextAsync(_folder["guard-attempts.json"], Cancel));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_refuses()
    {
        Modes.Of(_folder.Path);
        Directory.CreateDirectory(_folder["locked"]);
        var store = new FileDuplicateStore(System.IO.Path.Combine(_folder["locked"], "none", "store.json"));

        await Caught.ErrorAsync("Exchange.StorageUnavailable", () => SeenAsync(store, "a"));
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_no_empty_store()
    {
        File.CreateSymbolicLink(_folder["guard-attempts.json"], _folder["none/store.json"]);

        await Caught.ErrorAsync("TradeGuard.StoreUnreadable", () => SeenAsync(Store, "a"));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_refuses()
    {
        Directory.CreateDirectory(_folder["guard-attempts.json"]);

        await Caught.ErrorAsync("Exchange.StorageUnavailable", () => SeenAsync(Store, "a"));
    }

    [Fact]
    public async Task A_lock_of_a_dead_process_holds_nobody()
    {
        using var child = await ChildProcess.StartAsync("hold-lock", _folder["guard-attempts.json.lock"]);
        await child.KillAsync();

        Assert.False(await SeenAsync(Store, "a"));
    }

    [Fact]
    public async Task A_lock_that_is_held_is_waited_for()
    {
        using var child = await ChildProcess.StartAsync("hold-lock", _folder["guard-attempts.json.lock"]);
        var asking = SeenAsync(Store, "a");

        Assert.False(asking.IsCompleted);
        child.Go();

        Assert.False(await asking);
    }

    [Fact]
    public async Task Any_text_can_be_an_id()
    {
        string[] ids = ["\uD800", "\uD801", "\0", " ", "é", "e\u0301", "A", "a", new string('x', 1 << 20)];

        foreach (var id in ids)
        {
            Assert.False(await SeenAsync(Store, id));
        }
        foreach (var id in ids)
        {
            Assert.True(await SeenAsync(Store, id));
        }
    }

    [Fact]
    public async Task Of_many_threads_with_one_id_exactly_one_passes()
    {
        var memory = new MemoryDuplicateStore();
        foreach (var store in (IDuplicateStore[])[memory, Store])
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 24).Select(_ => Task.Run(() => SeenAsync(store, "a"), Cancel))
            );

            Assert.Single(answers, seen => !seen);
        }
    }

    [Fact]
    public async Task Of_many_processes_with_one_id_exactly_one_passes()
    {
        const int Ids = 30;
        var children = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i =>
                    ChildProcess.StartAsync("claim-ids", _folder["guard-attempts.json"], _folder[$"won-{i}"], $"{Ids}")
                )
        );
        Array.ForEach(children, child => child.Go());
        foreach (var child in children)
        {
            Assert.Equal(0, await child.EndAsync());
            child.Dispose();
        }

        var won = Enumerable.Range(0, 4).SelectMany(i => Won(_folder[$"won-{i}"])).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, Ids).Select(i => $"id-{i}").Order(StringComparer.Ordinal), won);
    }

    [Fact]
    public async Task The_file_is_readable_by_its_owner_alone()
    {
        await SeenAsync(Store, "a");

        Assert.Equal(Modes.OwnerFile, Modes.Of(_folder["guard-attempts.json"]));
    }

    private static string[] Won(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];

    private static Task<bool> SeenAsync(IDuplicateStore store, string id, DateTimeOffset? now = null) =>
        store.IsDuplicateAsync([id], now ?? Sessions.Now, Window, record: true, Cancel);
}
