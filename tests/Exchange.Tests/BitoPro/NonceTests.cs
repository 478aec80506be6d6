using Exchange.BitoPro;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

public sealed class NonceTests
{
    [Fact]
    public void Nonces_of_many_threads_are_all_different_and_each_thread_sees_them_grow()
    {
        var nonces = new NonceSource(new ManualClock());
        var taken = new long[8][];

        Parallel.For(0, taken.Length, i => taken[i] = [.. Enumerable.Range(0, 2000).Select(_ => nonces.Next("key"))]);

        Assert.All(taken, mine => Assert.Equal(mine.Order(), mine));
        Assert.Equal(16_000, taken.SelectMany(mine => mine).Distinct().Count());
    }

    [Fact]
    public void A_nonce_is_the_time_in_milliseconds_when_that_is_later_than_the_last()
    {
        var clock = new ManualClock();
        var nonces = new NonceSource(clock);

        Assert.Equal(1_700_000_000_000, nonces.Next("key"));
        Assert.Equal(1_700_000_000_001, nonces.Next("key"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1_700_000_001_000, nonces.Next("key"));
    }

    [Theory]
    [InlineData(59, 1_700_000_059_001)]
    [InlineData(61, 1_700_000_000_000)]
    [InlineData(3600, 1_700_000_000_000)]
    public void A_clock_that_ran_ahead_and_was_set_right_is_followed_unless_it_was_little(int seconds, long next)
    {
        var clock = new SteppedClock(new ManualClock());
        var nonces = new NonceSource(clock);
        clock.Step(TimeSpan.FromSeconds(seconds));
        nonces.Next("key");

        clock.Correct();

        Assert.Equal(next, nonces.Next("key"));
        Assert.Equal(next + 1, nonces.Next("key"));
    }

    [Fact]
    public void Each_key_has_nonces_of_its_own()
    {
        var nonces = new NonceSource(new ManualClock());

        Assert.Equal(nonces.Next("one"), nonces.Next("other"));
    }

    [Fact]
    public void Processes_that_share_a_folder_share_their_nonces()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        NonceSource[] processes = [Sharing(folder, clock), Sharing(folder, clock), Sharing(folder, clock)];

        var taken = Enumerable.Range(0, 300).Select(i => processes[i % 3].Next("key")).ToList();

        Assert.Equal(Enumerable.Range(0, 300).Select(i => 1_700_000_000_000 + i), taken);
        Assert.Equal(1_700_000_000_000, processes[0].Next("other"));
        Assert.Equal(Modes.OwnerFile, Modes.Of(Directory.GetFiles(folder.Path, "nonce-*")[0]));
    }

    [Fact]
    public async Task Processes_that_count_at_the_same_moment_never_meet()
    {
        using var folder = new TemporaryFolder();
        var children = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i => ChildProcess.StartAsync("take-nonces", folder.Path, folder[$"taken-{i}"], "500"))
        );
        Array.ForEach(children, child => child.Go());
        foreach (var child in children)
        {
            Assert.Equal(0, await child.EndAsync());
            child.Dispose();
        }

        var taken = Enumerable.Range(0, 4).Select(i => File.ReadAllLines(folder[$"taken-{i}"]).ToList()).ToList();
        Assert.All(taken, mine => Assert.Equal(mine.Order(StringComparer.Ordinal), mine));
        Assert.Equal(2000, taken.SelectMany(mine => mine).ToHashSet(StringComparer.Ordinal).Count);
    }

    [Theory]
    [InlineData("0000001700000009000\n", 1_700_000_009_001)]
    [InlineData("0000001700000010000\n", 1_700_000_010_001)]
    [InlineData("0000001700000010001\n", 1_700_000_000_000)]
    [InlineData("9223372036854775807\n", 1_700_000_000_000)]
    [InlineData("0000001600000000000\n", 1_700_000_000_000)]
    [InlineData("-000001700000009000\n", 1_700_000_000_000)]
    [InlineData("1700000009000", 1_700_000_000_000)]
    [InlineData("soon", 1_700_000_000_000)]
    [InlineData("", 1_700_000_000_000)]
    public void What_was_left_counts_unless_it_is_no_nonce_of_these_days(string left, long next)
    {
        using var folder = new TemporaryFolder();
        Sharing(folder, new ManualClock()).Next("key");
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        File.WriteAllText(file, left);

        Assert.Equal(next, Sharing(folder, new ManualClock()).Next("key"));

        Assert.Equal($"{next:D19}\n", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_process_that_holds_the_file_is_not_waited_for_for_long_and_asked_again_later()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        var notes = new List<string>();
        var nonces = Sharing(folder, clock);
        nonces.Next("key", notes.Add);
        using var child = await ChildProcess.StartAsync("hold-lock", Assert.Single(Directory.GetFiles(folder.Path)));

        Assert.Equal(1_700_000_000_001, nonces.Next("key", notes.Add));
        Assert.Equal(1_700_000_000_002, nonces.Next("key", notes.Add));

        Assert.Contains("each counts by itself", Assert.Single(notes), StringComparison.Ordinal);
        child.Go();
        await child.EndAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        nonces.Next("key", notes.Add);
        Assert.Equal(1_700_000_120_001, Sharing(folder, clock).Next("key"));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_no_reason_not_to_go_on()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        var missing = new NonceSource(clock) { Folder = () => new StateFolder(folder["none"]) };
        var unknown = new NonceSource(clock) { Folder = () => StateFolder.Locate(_ => null) };
        var notes = new List<string>();

        Assert.Equal(1_700_000_000_000, missing.Next("key", notes.Add));
        Assert.False(Directory.Exists(folder["none"]));
        Assert.Empty(notes);
        Assert.Equal(1_700_000_000_000, unknown.Next("key", notes.Add));
        Assert.Single(notes);
    }

    private static NonceSource Sharing(TemporaryFolder folder, ManualClock clock) =>
        new(clock) { Folder = () => new StateFolder(folder.Path) };

    [Fact]
    public async Task Every_repeat_has_a_new_nonce_and_a_new_signature()
    {
        await using var bench = new BitoProBench(Answer.Empty(503), Answer.Close, Answer.Json("""{"data":[]}"""));

        await bench.PassTime(bench.Client.GetBalancesAsync(BitoProBench.Cancel));

        var requests = bench.Server.Requests;
        var nonces = requests.Select(request => request.Nonce).ToList();
        Assert.Equal(3, requests.Count);
        Assert.Equal(nonces.Distinct().Order(), nonces);
        Assert.Equal(
            3,
            requests.Select(request => request.Header("X-BITOPRO-SIGNATURE")).ToHashSet(StringComparer.Ordinal).Count
        );
    }

    [Fact]
    public async Task Concurrent_calls_never_share_a_nonce()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => bench.Client.GetBalancesAsync(BitoProBench.Cancel)));

        Assert.Equal(40, bench.Server.Requests.Select(request => request.Nonce).Distinct().Count());
    }
}
