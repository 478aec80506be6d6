using Exchange.Desk;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Desk;

/// <summary>An unknown attempt is settled by asking, by the clock, and never by sending again.</summary>
public sealed class AttemptResolverTests : IDisposable
{
    private static readonly AttemptFinding Absent = new AttemptFinding.Absent("nothing is there");

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly SteppedClock _machine;
    private readonly Journal _journal;
    private readonly AttemptResolver _resolver;

    public AttemptResolverTests()
    {
        _journal = new Journal(new StateFolder(_folder["state"]));
        _machine = new SteppedClock(_clock);
        _resolver = new AttemptResolver(_journal, _machine);
    }

    // The time that every intent here has, as the machine has counted it.
    private long CountedAtStart =>
        AttemptAge.SinceStartMs(_clock) - (long)(_clock.GetUtcNow() - Attempts.Start).TotalMilliseconds;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_found_is_accepted_at_once()
    {
        var lookup = new Lookup(new AttemptFinding.Found("order-1"));

        var attempt = await ResolveAsync("a", lookup);

        Assert.Equal(AttemptState.Accepted, attempt.State);
        Assert.Equal("order-1", attempt.Reference);
        Assert.Equal(_clock.GetUtcNow(), attempt.SettledAt);
        Assert.Equal(AttemptState.Accepted, (await ReadAsync("a")).State);
        Assert.Equal(1, lookup.Looks);
    }

    [Fact]
    public async Task What_is_not_there_while_a_request_may_be_under_way_stays_unknown()
    {
        var lookup = new Lookup(Absent);
        _clock.Advance(TimeSpan.FromSeconds(89.9));

        var attempt = await ResolveAsync("a", lookup);

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.StartsWith(
            "nothing is there, but a request may still be under way",
            attempt.Reason,
            StringComparison.Ordinal
        );
        Assert.Equal("no answer was recorded", (await ReadAsync("a")).Reason);
        Assert.Equal(1, lookup.Looks);
    }

    [Fact]
    public async Task What_is_not_there_twice_when_all_is_quiet_is_rejected()
    {
        var lookup = new Lookup(Absent);
        _clock.Advance(TimeSpan.FromSeconds(90));
        var resolving = ResolveAsync("a", lookup);
        await Until.TrueAsync(() => _clock.Waiting == 1);
        Assert.Equal(1, lookup.Looks);

        _clock.Advance(TimeSpan.FromSeconds(2));

        var attempt = await resolving;
        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Equal("nothing is there", attempt.Reason);
        Assert.Equal(AttemptState.Rejected, (await ReadAsync("a")).State);
        Assert.Equal(2, lookup.Looks);
    }

    [Fact]
    public async Task What_appears_at_the_second_look_is_accepted()
    {
        var lookup = new Lookup(Absent, new AttemptFinding.Found("late"));
        _clock.Advance(TimeSpan.FromSeconds(90));

        var attempt = await PassTime(ResolveAsync("a", lookup));

        Assert.Equal("late", attempt.Reference);
    }

    [Fact]
    public async Task Waiting_looks_now_then_twice_when_all_is_quiet()
    {
        var lookup = new Lookup(Absent);
        var started = _clock.GetUtcNow();
        var resolving = ResolveAsync("a", lookup, wait: true);

        var attempt = await PassTime(resolving);

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Equal(3, lookup.Looks);
        Assert.InRange((_clock.GetUtcNow() - started).TotalSeconds, 92, 95);
    }

    [Fact]
    public async Task Waiting_that_is_stopped_leaves_the_attempt_as_it_was()
    {
        using var stop = new CancellationTokenSource();
        await WriteAsync("a");
        var resolving = _resolver.ResolveAsync(await ReadAsync("a"), new Lookup(Absent), wait: true, stop.Token);
        await Until.TrueAsync(() => _clock.Waiting == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resolving);
        Assert.Equal(AttemptState.Unknown, (await ReadAsync("a")).State);
    }

    [Fact]
    public async Task A_clock_that_leaps_ahead_makes_no_attempt_older()
    {
        await WriteAsync("a");
        _clock.Advance(TimeSpan.FromSeconds(20));
        _machine.Step(TimeSpan.FromHours(1));
        var lookup = new Lookup(Absent);

        var attempt = await _resolver.ResolveAsync(await ReadAsync("a"), lookup, wait: false, Cancel);

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains("may still be under way", attempt.Reason, StringComparison.Ordinal);
        Assert.InRange(lookup.Asked!.MayBeLaterBy.TotalSeconds, 3599, 3601);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clock_that_is_set_back_makes_nobody_wait_for_it(bool isCounted)
    {
        await _journal.WriteAsync(
            [Attempts.Intent("a") with { SinceStartMs = isCounted ? CountedAtStart : null }],
            idsAreFresh: false,
            Cancel
        );
        var began = _clock.GetUtcNow();
        _machine.Step(TimeSpan.FromHours(-1));
        var lookup = new Lookup(Absent);

        var attempt = await PassTime(_resolver.ResolveAsync(await ReadAsync("a"), lookup, wait: true, Cancel));

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.InRange((_clock.GetUtcNow() - began).TotalSeconds, 90, 95);
        Assert.InRange(lookup.Asked!.MayBeEarlierBy.TotalMinutes, 58, 60);
    }

    [Fact]
    public async Task What_the_service_shows_to_have_failed_is_rejected_at_once()
    {
        var attempt = await ResolveAsync("a", new Lookup(new AttemptFinding.Failed("it had ended before")));

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Equal("it had ended before", attempt.Reason);
    }

    [Fact]
    public async Task What_cannot_be_told_stays_unknown_with_the_reason()
    {
        _clock.Advance(TimeSpan.FromHours(1));

        var attempt = await ResolveAsync("a", new Lookup(new AttemptFinding.Unclear("two orders fit it")));

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Equal("two orders fit it", attempt.Reason);
        Assert.Null((await ReadAsync("a")).SettledAt);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_leaves_it_unknown()
    {
        var lookup = new Lookup(() => throw new ExchangeException("Test.Timeout", ErrorKind.Timeout, "no answer"));
        _clock.Advance(TimeSpan.FromHours(1));

        var attempt = await ResolveAsync("a", lookup);

        Assert.Equal("the service could not be asked: no answer", attempt.Reason);
        Assert.Equal(AttemptState.Unknown, attempt.State);
    }

    [Fact]
    public async Task Another_address_or_account_is_not_even_asked()
    {
        var elsewhere = new Lookup(Absent) { Address = new Uri("https://elsewhere.example/v3") };
        var somebody = new Lookup(Absent) { Account = "zzz12...0000" };

        Assert.Contains("elsewhere", (await ResolveAsync("a", elsewhere)).Reason, StringComparison.Ordinal);
        Assert.Contains("zzz12...0000", (await ResolveAsync("b", somebody)).Reason, StringComparison.Ordinal);
        Assert.Equal(0, elsewhere.Looks + somebody.Looks);
    }

    [Fact]
    public async Task What_others_own_is_told_to_the_lookup()
    {
        await WriteAsync("other");
        await _journal.WriteAsync([Attempts.Accepted("other", "order-1")], Cancel);
        var lookup = new Lookup(new AttemptFinding.Unclear("?"));

        await ResolveAsync("a", lookup);

        Assert.Equal("order-1", Assert.Single(lookup.Claimed));
    }

    [Fact]
    public async Task Two_attempts_never_own_one_effect()
    {
        await WriteAsync("a");
        await WriteAsync("b");
        var both = await Task.WhenAll(ResolveKnownAsync("a"), ResolveKnownAsync("b"));

        Assert.Single(both, attempt => attempt.State == AttemptState.Accepted);
        var other = Assert.Single(both, attempt => attempt.State == AttemptState.Unknown);
        Assert.Equal("the-order belongs to another attempt", other.Reason);

        async Task<Attempt> ResolveKnownAsync(string id) =>
            await _resolver.ResolveAsync(
                await ReadAsync(id),
                new Lookup(new AttemptFinding.Found("the-order")),
                wait: false,
                Cancel
            );
    }

    [Fact]
    public async Task Two_attempts_can_own_an_effect_that_both_can_have_had()
    {
        await WriteAsync("other");
        await _journal.WriteAsync([Attempts.Accepted("other", "the-order")], Cancel);

        var attempt = await ResolveAsync("a", new Lookup(new AttemptFinding.Found("the-order", IsShared: true)));

        Assert.Equal(AttemptState.Accepted, attempt.State);
    }

    [Fact]
    public async Task An_attempt_that_was_settled_meanwhile_is_given_as_it_was_settled()
    {
        await WriteAsync("a");
        var stale = await ReadAsync("a");
        await _journal.WriteAsync([Attempts.Accepted("a", "order-1")], Cancel);
        _clock.Advance(TimeSpan.FromHours(1));

        var attempt = await PassTime(_resolver.ResolveAsync(stale, new Lookup(Absent), wait: false, Cancel));

        Assert.Equal(AttemptState.Accepted, attempt.State);
        Assert.Equal("order-1", attempt.Reference);
        Assert.Equal(2, (await File.ReadAllLinesAsync(_journal.Path, Cancel)).Length);
    }

    private async Task<Attempt> ResolveAsync(string id, Lookup lookup, bool wait = false)
    {
        await WriteAsync(id);
        return await _resolver.ResolveAsync(await ReadAsync(id), lookup, wait, Cancel);
    }

    private Task WriteAsync(string id) =>
        _journal.WriteAsync([Attempts.Intent(id) with { SinceStartMs = CountedAtStart }], idsAreFresh: false, Cancel);

    private async Task<Attempt> ReadAsync(string id) =>
        (await _journal.ReadAsync(Cancel)).Attempts.Single(attempt => attempt.AttemptId == id);

    private async Task<Attempt> PassTime(Task<Attempt> resolving)
    {
        await _clock.AdvanceUntilDone(resolving, TimeSpan.FromSeconds(1));
        return await resolving;
    }

    private sealed class Lookup(Func<AttemptFinding> find) : IAttemptLookup
    {
        private int _looks;

        public Lookup(params AttemptFinding[] findings)
            : this(() => throw new InvalidOperationException()) => Findings = findings;

        private AttemptFinding[]? Findings { get; }

        public int Looks => _looks;

        public IReadOnlySet<string> Claimed { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

        public Attempt? Asked { get; private set; }

        public string Service => "Test";

        public Uri Address { get; init; } = Attempts.Address;

        public string? Account { get; init; } = "abc12...6789";

        public Task<AttemptFinding> LookAsync(Attempt attempt, IReadOnlySet<string> claimed, CancellationToken cancel)
        {
            Claimed = claimed;
            Asked = attempt;
            var look = Interlocked.Increment(ref _looks);
            return Task.FromResult(Findings is null ? find() : Findings[Math.Min(look, Findings.Length) - 1]);
        }
    }
}
