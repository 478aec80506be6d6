using System.Diagnostics;
using System.Globalization;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;
using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>The test ideas of codex-auth.md section 10, in its order.</summary>
public sealed class LockTests : IDisposable
{
    private readonly CodexBench _bench = new();

    public LockTests() => Directory.CreateDirectory(_bench.Places.AgentFolder);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Two_processes_of_50_writes_each_leave_100_records_no_lost_update_and_no_temporary_file()
    {
        using var one = await ChildProcess.StartAsync("codex-write", _bench.Places.StorePath, "one", "50");
        using var two = await ChildProcess.StartAsync("codex-write", _bench.Places.StorePath, "two", "50");
        one.Go();
        two.Go();

        Assert.Equal((0, 0), (await one.EndAsync(), await two.EndAsync()));

        var store = await _bench.Store().ReadAsync(CodexBench.Cancel);
        Assert.Equal(100, store.Ids.Count);
        Assert.All(store.Ids, id => Assert.Equal($"access-{id}", StoreDocument.Text(store.Find(id), "access")));
        Assert.Equal(["auth-profiles.json"], _bench.AgentFiles());
    }

    [Fact]
    public async Task A_writer_waits_for_one_that_takes_five_seconds_and_both_are_there()
    {
        using var held = await _bench.Store().LockAsync(CodexBench.Cancel);
        var second = _bench.Store().WriteAsync("openai-codex:b", _bench.Tokens(), false, false, CodexBench.Cancel);
        await Until.TrueAsync(() => _bench.Clock.Waiting > 0);
        _bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(second.IsCompleted);

        var before = await _bench.Store().ReadAsync(CodexBench.Cancel);
        _bench.Store().Write(held, before, "openai-codex:a", _bench.Tokens(), setOrder: false);
        held.Dispose();
        await second;

        Assert.Equal(2, (await _bench.Store().ReadAsync(CodexBench.Cancel)).Ids.Count);
    }

    [Fact]
    public async Task A_lock_with_a_dead_pid_is_taken_in_less_than_a_second()
    {
        WriteLock(await DeadProcessAsync(), _bench.Clock.GetUtcNow());
        var started = Stopwatch.StartNew();

        (await _bench.Store().LockAsync(CodexBench.Cancel)).Dispose();

        Assert.True(started.Elapsed < TimeSpan.FromSeconds(1));
        Assert.False(File.Exists(_bench.LockPath));
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(179, false)]
    [InlineData(181, true)]
    public async Task A_lock_with_a_live_foreign_pid_is_waited_for_until_it_is_181_s_old(int seconds, bool isReclaimed)
    {
        using var holder = await ChildProcess.StartAsync("wait");
        WriteLock(holder.Id, _bench.Clock.GetUtcNow().AddSeconds(-seconds), LiveProcess.StartTime(holder.Id));

        Assert.Equal(isReclaimed, await CanTakeAsync());
    }

    [Fact]
    public async Task A_lock_with_the_same_pid_and_another_start_time_is_reclaimed_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Start times are Linux's.");
        using var holder = await ChildProcess.StartAsync("wait");
        WriteLock(holder.Id, _bench.Clock.GetUtcNow(), LiveProcess.StartTime(holder.Id) - 1);

        Assert.True(await CanTakeAsync());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(31, true)]
    public async Task An_empty_lock_file_is_waited_for_until_it_is_31_s_old(int seconds, bool isReclaimed)
    {
        File.WriteAllText(_bench.LockPath, "");
        File.SetLastWriteTimeUtc(_bench.LockPath, _bench.Clock.GetUtcNow().UtcDateTime.AddSeconds(-seconds));

        Assert.Equal(isReclaimed, await CanTakeAsync());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(31, true)]
    public async Task A_lock_folder_is_waited_for_until_it_is_31_s_old(int seconds, bool isRemoved)
    {
        Directory.CreateDirectory(_bench.LockPath);
        Directory.SetLastWriteTimeUtc(_bench.LockPath, _bench.Clock.GetUtcNow().UtcDateTime.AddSeconds(-seconds));

        Assert.Equal(isRemoved, await CanTakeAsync());
    }

    [Fact]
    public async Task A_lock_folder_with_something_in_it_is_never_removed()
    {
        Directory.CreateDirectory(Path.Combine(_bench.LockPath, "inside"));
        Directory.SetLastWriteTimeUtc(_bench.LockPath, _bench.Clock.GetUtcNow().UtcDateTime.AddHours(-1));

        Assert.False(await CanTakeAsync());
        Assert.True(Directory.Exists(Path.Combine(_bench.LockPath, "inside")));
    }

    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(false, 0, false)]
    [InlineData(false, 31, true)]
    public async Task A_bare_pid_is_judged_by_its_process_and_else_by_its_age(
        bool isDead,
        int seconds,
        bool isReclaimed
    )
    {
        using var holder = await ChildProcess.StartAsync("wait");
        var pid = isDead ? await DeadProcessAsync() : holder.Id;
        File.WriteAllText(_bench.LockPath, $"{pid.ToString(CultureInfo.InvariantCulture)}\n");
        File.SetLastWriteTimeUtc(_bench.LockPath, _bench.Clock.GetUtcNow().UtcDateTime.AddSeconds(-seconds));

        Assert.Equal(isReclaimed, await CanTakeAsync());
    }

    [Fact]
    public async Task A_lock_of_this_process_that_nobody_here_holds_is_reclaimed()
    {
        WriteLock(System.Environment.ProcessId, _bench.Clock.GetUtcNow());

        Assert.True(await CanTakeAsync());
    }

    [Fact]
    public async Task Kill_9_while_holding_leaves_the_store_and_the_next_writer_succeeds()
    {
        _bench.WriteStore("""{"version":1,"profiles":{}}""");
        var before = _bench.ReadStore();
        using (var victim = await ChildProcess.StartAsync("codex-stop-at", _bench.StorePath, "BeforeRename"))
        {
            await victim.KillAsync();
        }
        Assert.Equal(before, _bench.ReadStore());
        var left = Assert.Single(_bench.AgentFiles(), name => name.EndsWith(".tmp", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(
            Path.Combine(_bench.Places.AgentFolder, left),
            _bench.Clock.GetUtcNow().UtcDateTime.AddMinutes(-11)
        );

        await _bench.Store().WriteAsync("openai-codex:b", _bench.Tokens(), false, false, CodexBench.Cancel);

        Assert.Equal(["auth-profiles.json"], _bench.AgentFiles());
    }

    [Fact]
    public async Task A_lock_replaced_under_us_is_lost_the_store_stays_and_the_foreign_lock_too()
    {
        _bench.WriteStore("""{"version":1,"profiles":{}}""");
        var before = _bench.ReadStore();
        var foreign =
            $$"""{"pid":{{System.Environment.ProcessId}},"createdAt":"2026-01-01T00:00:00.000Z","nonce":"theirs"}""";
        var store = _bench.Store(step =>
        {
            if (step == StoreStep.BeforeRename)
            {
                File.WriteAllText(_bench.LockPath, foreign);
            }
        });

        await Caught.ErrorAsync(
            "CodexAuth.lock_lost",
            () => store.WriteAsync("openai-codex:a", _bench.Tokens(), false, false, CodexBench.Cancel)
        );

        Assert.Equal(before, _bench.ReadStore());
        Assert.Equal(foreign, File.ReadAllText(_bench.LockPath));
        Assert.Equal(["auth-profiles.json", "auth-profiles.json.lock"], _bench.AgentFiles());
    }

    [Fact]
    public async Task After_20_seconds_the_lock_is_lost_before_the_rename()
    {
        _bench.WriteStore("""{"version":1,"profiles":{}}""");
        var before = _bench.ReadStore();
        var store = _bench.Store(step =>
        {
            if (step == StoreStep.BeforeRename)
            {
                _bench.Clock.Advance(TimeSpan.FromSeconds(20));
            }
        });

        await Caught.ErrorAsync(
            "CodexAuth.lock_lost",
            () => store.WriteAsync("openai-codex:a", _bench.Tokens(), false, false, CodexBench.Cancel)
        );

        Assert.Equal(before, _bench.ReadStore());
        Assert.Equal(["auth-profiles.json"], _bench.AgentFiles());
    }

    [Fact]
    public async Task A_read_only_folder_is_not_writable_and_holds_no_partial_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such mode.");
            return;
        }
        // Root may write everywhere but where nobody may.
        var isRoot = UnixFile.CurrentUser == 0;
        Assert.SkipWhen(isRoot && !Directory.Exists("/sys/fs"), "There is no folder that root may not write to.");
        var folder = isRoot ? "/sys/fs" : _bench.Places.AgentFolder;
        if (!isRoot)
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        var before = Directory.GetFileSystemEntries(folder);
        var places = _bench.Places.WithStore(Path.Combine(folder, "auth-profiles.json"));
        var store = new AuthStore(places, _bench.Clock, () => 0m);

        await Caught.ErrorAsync(
            "CodexAuth.store_not_writable",
            () => store.WriteAsync("openai-codex:a", _bench.Tokens(), false, false, CodexBench.Cancel)
        );

        Assert.Equal(before, Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_store_below_a_file_is_not_writable()
    {
        File.WriteAllText(_bench["file"], "");
        var places = _bench.Places.WithStore(Path.Combine(_bench["file"], "auth-profiles.json"));
        var store = new AuthStore(places, _bench.Clock, () => 0m);

        await Caught.ErrorAsync(
            "CodexAuth.store_not_writable",
            () => store.WriteAsync("openai-codex:a", _bench.Tokens(), false, false, CodexBench.Cancel)
        );
    }

    [Fact]
    public async Task Python_holding_an_advisory_lock_is_waited_for()
    {
        _bench.WriteStore("""{"version":1,"profiles":{"openai-codex:a":{}}}""");
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            "import fcntl,sys\nf=open(sys.argv[1],'r+')\nfcntl.flock(f,fcntl.LOCK_EX)\nprint('held',flush=True)\nsys.stdin.readline()"
        );
        start.ArgumentList.Add(_bench.StorePath);
        using var python = StartOrSkip(start);
        Assert.Equal("held", await python.StandardOutput.ReadLineAsync(CodexBench.Cancel));

        var reading = _bench.Store().ReadAsync(CodexBench.Cancel);
        await Until.TrueAsync(() => _bench.Clock.Waiting > 0);
        Assert.False(reading.IsCompleted);
        await python.StandardInput.WriteLineAsync();
        await python.WaitForExitAsync(CodexBench.Cancel);

        Assert.Equal(["openai-codex:a"], (await _bench.LeapAsync(reading)).Ids);
    }

    [Fact]
    public async Task A_lock_that_is_never_had_is_given_up_after_eleven_tries_within_45_seconds()
    {
        using var holder = await ChildProcess.StartAsync("wait");
        WriteLock(holder.Id, _bench.Clock.GetUtcNow().AddHours(1));
        var started = _bench.Clock.GetUtcNow();

        await Caught.ErrorAsync(
            "CodexAuth.store_locked",
            () => _bench.LeapAsync(_bench.Store().LockAsync(CodexBench.Cancel))
        );

        Assert.Equal(42.7, (_bench.Clock.GetUtcNow() - started).TotalSeconds, 3);
    }

    [Fact]
    public async Task Our_lock_says_who_holds_it_and_only_its_owner_can_read_it()
    {
        using var held = await _bench.Store().LockAsync(CodexBench.Cancel);

        var text = File.ReadAllText(_bench.LockPath);
        Assert.StartsWith(
            $"{{\n  \"pid\": {System.Environment.ProcessId},\n  \"createdAt\": \"2026-01-01T00:00:00.000Z\"",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\"owner\": \"codex-auth\"", text, StringComparison.Ordinal);
        Assert.Equal(Modes.OwnerFile, Modes.Of(_bench.LockPath));
    }

    [Fact]
    public async Task Runspaces_of_one_process_exclude_each_other()
    {
        var writes = Enumerable
            .Range(0, 20)
            .Select(i =>
                Task.Run(() =>
                    _bench.Store().WriteAsync($"openai-codex:{i}", _bench.Tokens(), false, false, CodexBench.Cancel)
                )
            );

        await Task.WhenAll(writes);

        Assert.Equal(20, (await _bench.Store().ReadAsync(CodexBench.Cancel)).Ids.Count);
    }

    [Fact]
    public void The_lock_of_a_linked_folder_is_in_the_real_one()
    {
        Directory.CreateDirectory(_bench["real"]);
        Directory.CreateSymbolicLink(_bench["link"], _bench["real"]);

        Assert.Equal(
            LockFile.PathFor(Path.Combine(_bench["real"], "auth-profiles.json")),
            LockFile.PathFor(Path.Combine(_bench["link"], "auth-profiles.json"))
        );
    }

    private async Task<bool> CanTakeAsync()
    {
        var store = new AuthStore(_bench.Places, _bench.Clock, () => 0m) { Patience = LockPatience.None };
        try
        {
            (await store.LockAsync(CodexBench.Cancel)).Dispose();
            return true;
        }
        catch (ExchangeException busy) when (busy.ErrorId == "CodexAuth.store_locked")
        {
            return false;
        }
    }

    private void WriteLock(int pid, DateTimeOffset created, long? startTime = null)
    {
        var time = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var started = startTime is { } ticks ? $",\n  \"startTime\": {ticks}" : "";
        File.WriteAllText(_bench.LockPath, $"{{\n  \"pid\": {pid},\n  \"createdAt\": \"{time}\"{started}\n}}");
    }

    private static async Task<int> DeadProcessAsync()
    {
        using var child = await ChildProcess.StartAsync("wait");
        await child.KillAsync();
        return child.Id;
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 here.");
            throw;
        }
    }
}
