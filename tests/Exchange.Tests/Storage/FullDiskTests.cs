using System.Text;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Guard;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

/// <summary>A disk without room: whatever cannot be remembered is refused, and what was remembered keeps every byte.</summary>
public sealed class FullDiskTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly SmallDisk _disk = MountOrSkip();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task The_store_of_attempt_ids_refuses_and_still_knows_those_it_has()
    {
        var path = _disk["guard-attempts.json"];
        Assert.False(await SeenAsync("before"));
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        _disk.Fill();

        var error = await Caught.ErrorAsync("Exchange.StorageUnavailable", () => SeenAsync("new"));

        Assert.Equal(ErrorKind.Storage, error.Kind);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancel));
        Assert.Equal(["guard-attempts.json", "guard-attempts.json.lock"], _disk.Files);
        // A duplicate needs no room to be told.
        Assert.True(await SeenAsync("before"));
        _disk.MakeRoom();
        Assert.False(await SeenAsync("new"));
        Assert.True(await SeenAsync("new"));
    }

    [Fact]
    public async Task A_store_that_was_never_written_refuses_too()
    {
        _disk.Fill();

        await Assert.ThrowsAsync<ExchangeException>(() => SeenAsync("first"));

        Assert.DoesNotContain("guard-attempts.json", _disk.Files);
    }

    [Fact]
    public async Task The_journal_takes_a_torn_line_back_and_nothing_is_sent()
    {
        var journal = new Journal(new StateFolder(_disk.Path));
        await journal.WriteAsync([Attempts.Intent("before")], idsAreFresh: false, Cancel);
        _disk.Fill();
        // The last page of the file has room left: lines go there until one does not fit as a whole.
        var written = new List<string> { "before" };
        var (bytes, sent) = (Array.Empty<byte>(), 0);
        var clock = new ManualClock();
        var desk = new WriteDesk(journal, clock, _ => { });

        ExchangeException? refused = null;
        for (var i = 0; refused is null; i++)
        {
            bytes = await File.ReadAllBytesAsync(journal.Path, Cancel);
            try
            {
                await desk.SubmitAsync(Call($"a-{i}"), (_, _) => Task.FromResult(true), Cancel);
                written.Add($"a-{i}");
            }
            catch (ExchangeException trouble)
            {
                refused = trouble;
            }
        }

        Assert.Equal("Exchange.StorageUnavailable", refused.ErrorId);
        Assert.Equal(written.Count - 1, sent);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(journal.Path, Cancel));
        _disk.MakeRoom();
        await journal.WriteAsync([Attempts.Intent("after")], idsAreFresh: false, Cancel);
        var content = await journal.ReadAsync(Cancel);
        Assert.Empty(content.CorruptLines);
        Assert.Equal([.. written, "after"], content.Attempts.Select(attempt => attempt.AttemptId));

        WriteCall<string> Call(string id) =>
            new()
            {
                Service = "Test",
                Address = Attempts.Address,
                Draft = BitoProBench.LimitBuy,
                Attempts = [new(id, "PlaceOrder", new Dictionary<string, string>(StringComparer.Ordinal))],
                Ready = _ => Task.CompletedTask,
                Send = _ =>
                {
                    sent++;
                    return Task.FromResult("answer");
                },
                Settle = _ => [AttemptResult.Accepted("order")],
            };
    }

    [Fact]
    public async Task A_session_file_keeps_the_session_that_it_has()
    {
        var path = _disk["dca-7.json"];
        var file = new SessionFile(path);
        await file.CreateAsync(Sessions.Fresh, Cancel);
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        _disk.Fill();
        var counted = Sessions.With("risk_state.current_step", "8");

        await Caught.ErrorAsync(
            "Exchange.StorageUnavailable",
            () => file.ReplaceAsync(Sessions.Fresh, counted, Cancel)
        );
        await Assert.ThrowsAsync<ExchangeException>(() =>
            new SessionFile(_disk["other.json"]).CreateAsync(Sessions.Fresh, Cancel)
        );

        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancel));
        Assert.DoesNotContain(
            _disk.Files,
            name => name == "other.json" || name.EndsWith(".tmp", StringComparison.Ordinal)
        );
        Assert.Equal(Sessions.Fresh.ToJson(), (await file.ReadAsync(Cancel)).ToJson());
        _disk.MakeRoom();
        await file.ReplaceAsync(Sessions.Fresh, counted, Cancel);
        Assert.Equal(counted.ToJson() + "\n", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path, Cancel)));
    }

    private Task<bool> SeenAsync(string id) =>
        new FileDuplicateStore(_disk["guard-attempts.json"]).IsDuplicateAsync(
            [id],
            Sessions.Now,
            Window,
            record: true,
            Cancel
        );

    private static SmallDisk MountOrSkip()
    {
        var disk = SmallDisk.TryMount(out var trouble);
        Assert.SkipWhen(disk is null, $"A full disk could not be tried, because none can be mounted here: {trouble}");
        return disk!;
    }
}
