using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

public sealed class FileLockTests : IDisposable
{
    private static readonly TimeSpan NoWait = TimeSpan.Zero;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string LockPath => _folder["x.lock"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_held_lock_excludes_others_in_this_process()
    {
        using (await FileLock.TakeAsync(LockPath, NoWait, Cancel))
        {
            var error = await Caught.ErrorAsync(
                "Exchange.StorageLocked",
                () => FileLock.TakeAsync(LockPath, NoWait, Cancel)
            );
            Assert.Equal(ErrorKind.Storage, error.Kind);
        }

        using var again = await FileLock.TakeAsync(LockPath, NoWait, Cancel);
        Assert.True(File.Exists(LockPath));
    }

    [Fact]
    public async Task A_waiting_taker_gets_the_lock_when_it_is_let_go()
    {
        var first = await FileLock.TakeAsync(LockPath, NoWait, Cancel);
        var second = FileLock.TakeAsync(LockPath, TimeSpan.FromSeconds(30), Cancel);
        Assert.False(second.IsCompleted);

        first.Dispose();

        using var taken = await second;
    }

    [Fact]
    public async Task A_stop_ends_the_wait()
    {
        using var held = await FileLock.TakeAsync(LockPath, NoWait, Cancel);
        using var stop = new CancellationTokenSource();
        var waiting = FileLock.TakeAsync(LockPath, TimeSpan.FromSeconds(30), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Many_takers_are_inside_one_at_a_time()
    {
        var inside = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    using var taken = await FileLock.TakeAsync(LockPath, TimeSpan.FromSeconds(30), Cancel);
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    await Task.Yield();
                    Interlocked.Decrement(ref inside);
                })
        );
    }

    [Fact]
    public async Task Another_process_that_holds_it_excludes_us_and_its_death_frees_it()
    {
        using var child = await ChildProcess.StartAsync("hold-lock", LockPath);
        await Caught.ErrorAsync("Exchange.StorageLocked", () => FileLock.TakeAsync(LockPath, NoWait, Cancel));

        await child.KillAsync();

        using var taken = await FileLock.TakeAsync(LockPath, TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_made_is_an_error_of_storage_and_not_a_wait()
    {
        await Caught.ErrorAsync(
            "Exchange.StorageUnavailable",
            () => FileLock.TakeAsync(Path.Combine(_folder["missing"], "x.lock"), TimeSpan.FromMinutes(5), Cancel)
        );
        Directory.CreateDirectory(LockPath);
        await Caught.ErrorAsync(
            "Exchange.StorageUnavailable",
            () => FileLock.TakeAsync(LockPath, TimeSpan.FromMinutes(5), Cancel)
        );
    }

    [Fact]
    public async Task A_lock_file_is_its_owners_alone()
    {
        using var taken = await FileLock.TakeAsync(LockPath, NoWait, Cancel);

        Assert.Equal(Modes.OwnerFile, Modes.Of(LockPath));
    }
}
