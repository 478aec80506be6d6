using System.Collections.Concurrent;
using Exchange.Desk;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Desk;

/// <summary>Guard, confirm, journal(intent), send once, journal(outcome), receipt (design.md section 3).</summary>
public sealed class WriteDeskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ConcurrentQueue<string> _steps = new();
    private readonly Journal _journal;
    private readonly WriteDesk _desk;

    public WriteDeskTests()
    {
        _journal = new Journal(new StateFolder(_folder["state"]));
        _desk = new WriteDesk(_journal, _clock, _warnings.Enqueue);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_write_goes_through_every_station_in_order()
    {
        var receipt = await SubmitAsync(Call());

        Assert.Equal("guard confirm ready send settle", string.Join(' ', _steps));
        Assert.Equal("answer", receipt!.Answer);
        var attempt = await OnlyAttemptAsync();
        Assert.Equal(attempt.AttemptId, Assert.Single(receipt.AttemptIds));
        Assert.Equal(AttemptState.Accepted, attempt.State);
        Assert.Equal("order-1", attempt.Reference);
        Assert.Equal("abc12...6789", attempt.Account);
    }

    [Fact]
    public async Task The_intent_is_on_the_disk_before_anything_is_sent()
    {
        JournalContent? seen = null;
        await SubmitAsync(
            Call(send: async cancel =>
            {
                seen = await new Journal(new StateFolder(_folder["state"])).ReadAsync(cancel);
                return "answer";
            })
        );

        Assert.Equal(AttemptState.Unknown, Assert.Single(seen!.Attempts).State);
    }

    [Fact]
    public async Task A_crash_after_sending_reads_as_unknown()
    {
        var crash = new TaskCompletionSource<string>();
        _ = SubmitAsync(Call(send: _ => crash.Task));
        await Until.TrueAsync(() => _steps.Contains("send", StringComparer.Ordinal));

        Assert.Equal(AttemptState.Unknown, (await OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_refusal_of_the_guard_ends_it_before_anybody_is_asked()
    {
        var refusal = new ExchangeException("Test.Refused", ErrorKind.Refused, "No.");

        await Caught.ErrorAsync("Test.Refused", () => SubmitAsync(Call(guard: new Guard(() => throw refusal))));

        Assert.Empty(_steps);
        Assert.False(File.Exists(_journal.Path));
    }

    [Fact]
    public async Task A_no_ends_it_without_a_trace()
    {
        Assert.Null(await _desk.SubmitAsync(Call(), (_, _) => Task.FromResult(false), Cancel));

        Assert.Equal("guard", string.Join(' ', _steps));
        Assert.False(File.Exists(_journal.Path));
    }

    [Theory]
    [InlineData(true, AttemptState.Unknown)]
    [InlineData(false, AttemptState.Rejected)]
    public async Task A_known_error_settles_the_attempt_and_carries_its_id(bool isUnknown, AttemptState state)
    {
        var trouble = new ExchangeException("Test.Trouble", ErrorKind.Service, "It said no.")
        {
            OutcomeUnknown = isUnknown,
            Remedy = "Try this.",
            HttpStatus = 422,
        };

        var error = await Caught.ErrorAsync(
            "Test.Trouble",
            () => SubmitAsync(Call(send: _ => throw trouble, id: "mine"))
        );

        Assert.Equal("mine", error.AttemptId);
        Assert.Equal(422, error.HttpStatus);
        Assert.Equal(
            isUnknown ? "Do not send it again. Run: Resolve-ExchangeAttempt -AttemptId mine" : "Try this.",
            error.Remedy
        );
        var attempt = await OnlyAttemptAsync();
        Assert.Equal(state, attempt.State);
        Assert.Equal("It said no.", attempt.Reason);
    }

    [Fact]
    public async Task A_stop_before_the_send_is_a_rejection()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SubmitAsync(Call(send: _ => throw new OperationCanceledException()))
        );

        var attempt = await OnlyAttemptAsync();
        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Equal("stopped before it was sent", attempt.Reason);
    }

    [Fact]
    public async Task An_unforeseen_exception_leaves_the_outcome_unknown_and_shows_no_text_of_it()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SubmitAsync(Call(send: _ => throw new InvalidOperationException("s3cr3t")))
        );

        Assert.Equal(AttemptState.Unknown, (await OnlyAttemptAsync()).State);
        Assert.DoesNotContain("s3cr3t", await File.ReadAllTextAsync(_journal.Path, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_stops_the_write_before_the_send()
    {
        Directory.CreateDirectory(_journal.Path);

        await Caught.ErrorAsync("Exchange.StorageUnavailable", () => SubmitAsync(Call()));

        Assert.DoesNotContain(_steps, step => step == "send");
    }

    [Fact]
    public async Task A_used_id_stops_the_write_before_the_send()
    {
        await SubmitAsync(Call(id: "mine"));
        _steps.Clear();

        await Caught.ErrorAsync("Exchange.AttemptExists", () => SubmitAsync(Call(id: "mine")));

        Assert.DoesNotContain(_steps, step => step == "send");
        Assert.Equal(AttemptState.Accepted, (await OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task An_id_that_cannot_be_one_stops_the_write_before_the_send()
    {
        await Caught.ErrorAsync("Exchange.InvalidAttemptId", () => SubmitAsync(Call(id: "not an id")));

        Assert.DoesNotContain(_steps, step => step == "send");
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_recorded_is_warned_of_and_the_answer_is_still_given()
    {
        var receipt = await SubmitAsync(
            Call(
                send: _ =>
                {
                    File.Move(_journal.Path, _journal.Path + ".away");
                    Directory.CreateDirectory(_journal.Path);
                    return Task.FromResult("answer");
                },
                id: "mine"
            )
        );

        Assert.Equal("answer", receipt!.Answer);
        Assert.Contains(
            "The outcome of mine could not be recorded",
            Assert.Single(_warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_outcome_is_recorded_even_when_the_caller_has_stopped_waiting()
    {
        using var stop = new CancellationTokenSource();
        var call = Call(send: async _ =>
        {
            await stop.CancelAsync();
            return "answer";
        });

        await _desk.SubmitAsync(call, (_, _) => Task.FromResult(true), stop.Token);

        Assert.Equal(AttemptState.Accepted, (await OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task Several_effects_of_one_call_are_settled_each_by_itself()
    {
        var call = Call() with
        {
            Attempts = [Planned("a"), Planned("b"), Planned("c")],
            Settle = _ => [AttemptResult.Accepted("1"), new AttemptResult(AttemptState.Rejected, null, "no")],
        };

        await SubmitAsync(call);

        var states = (await _journal.ReadAsync(Cancel)).Attempts.Select(attempt =>
            $"{attempt.AttemptId} {attempt.State}"
        );
        Assert.Equal("a Accepted, b Rejected, c Unknown", string.Join(", ", states));
    }

    private Task<WriteReceipt<string>?> SubmitAsync(WriteCall<string> call) =>
        _desk.SubmitAsync(
            call,
            (_, _) =>
            {
                _steps.Enqueue("confirm");
                return Task.FromResult(true);
            },
            Cancel
        );

    private WriteCall<string> Call(
        Func<CancellationToken, Task<string>>? send = null,
        string? id = null,
        IGuard? guard = null
    ) =>
        new()
        {
            Service = "Test",
            Address = Attempts.Address,
            Account = "abc12...6789",
            Draft = BitoProBench.LimitBuy,
            Guard = guard ?? new Guard(() => _steps.Enqueue("guard")),
            Attempts = [Planned(id)],
            Ready = _ =>
            {
                _steps.Enqueue("ready");
                return Task.CompletedTask;
            },
            Send = cancel =>
            {
                _steps.Enqueue("send");
                return (send ?? (_ => Task.FromResult("answer")))(cancel);
            },
            Settle = _ =>
            {
                _steps.Enqueue("settle");
                return [AttemptResult.Accepted("order-1")];
            },
        };

    private static PlannedAttempt Planned(string? id) =>
        new(id, "PlaceOrder", new Dictionary<string, string>(StringComparer.Ordinal) { ["pair"] = "btc_twd" });

    private async Task<Attempt> OnlyAttemptAsync() => Assert.Single((await _journal.ReadAsync(Cancel)).Attempts);

    private sealed class Guard(Action check) : IGuard
    {
        public Task CheckAsync(IDraft draft, CancellationToken cancel)
        {
            check();
            return Task.CompletedTask;
        }
    }
}
