using Exchange.Http;
using Exchange.Testing;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Http;

public sealed class RateLimiterTests
{
    private static readonly RateLimit FivePerSecond = RateLimit.PerSecond("five", 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_span_of_the_window_ever_holds_more_than_the_permits() =>
        Always.Holds(
            from permits in Gen.Choose(1, 6)
            from seconds in Gen.Choose(1, 5)
            from gaps in Gen.Choose(0, 900).ListOf(40)
            from stopped in Gen.Elements(true, false, false, false, false).ListOf(40)
            select (
                Limit: new RateLimit("any", permits, TimeSpan.FromSeconds(seconds)),
                Arrivals: gaps.Zip(stopped).ToList()
            ),
            async sample =>
            {
                var starts = await StartsAsync(sample.Limit, sample.Arrivals);

                Assert.Equal(starts.Order(), starts);
                for (var i = sample.Limit.Permits; i < starts.Count; i++)
                {
                    Assert.True(starts[i] - starts[i - sample.Limit.Permits] >= sample.Limit.Window);
                }
            }
        );

    [Fact]
    public async Task As_many_as_the_permits_go_at_once_and_the_next_waits_for_a_window()
    {
        var (clock, limiter) = New();
        for (var i = 0; i < 5; i++)
        {
            Assert.True(Ask(limiter).IsCompletedSuccessfully);
        }

        var sixth = Ask(limiter);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(sixth.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.05));
        await sixth;
    }

    [Fact]
    public void Those_who_wait_get_their_places_in_the_order_in_which_they_asked()
    {
        var (_, limiter) = New();
        var waits = new List<double>();
        for (var i = 0; i < 23; i++)
        {
            var told = TimeSpan.Zero;
            _ = limiter.WaitAsync("me", [FivePerSecond], (_, wait) => told = wait, Cancel);
            waits.Add(told.TotalSeconds);
        }

        Assert.Equal(
            Enumerable.Range(0, 23).Select(i => Math.Round(i / 5 * 1.05, 6)),
            waits.Select(wait => Math.Round(wait, 6))
        );
    }

    [Fact]
    public async Task A_stopped_wait_gives_its_place_back()
    {
        var (clock, limiter) = New();
        using var stop = new CancellationTokenSource();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ask(limiter)));
        var stopped = Enumerable.Range(0, 5).Select(_ => AskUntil(limiter, stop.Token)).ToList();
        await stop.CancelAsync();
        foreach (var task in stopped)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }

        var next = Enumerable.Range(0, 5).Select(_ => Ask(limiter)).ToList();
        clock.Advance(TimeSpan.FromSeconds(1.05));

        await Task.WhenAll(next);
    }

    [Fact]
    public async Task A_token_that_is_already_stopped_takes_no_place()
    {
        var (_, limiter) = New();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskUntil(limiter, stop.Token));
        }

        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(Ask(limiter).IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_request_fits_all_of_its_limits_and_counts_against_each()
    {
        var (clock, limiter) = New();
        RateLimit[] both = [FivePerSecond, RateLimit.PerMinute("six", 6)];
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => limiter.WaitAsync("me", both, null, Cancel)));

        var sixth = limiter.WaitAsync("me", both, null, Cancel);
        var seventh = limiter.WaitAsync("me", both, null, Cancel);
        clock.Advance(TimeSpan.FromSeconds(1.05));
        await sixth;
        clock.Advance(TimeSpan.FromSeconds(58));
        Assert.False(seventh.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(4));
        await seventh;
    }

    [Fact]
    public void Scopes_and_limits_do_not_disturb_each_other()
    {
        var (_, limiter) = New();
        limiter.Drain("me", [FivePerSecond], TimeSpan.FromMinutes(5));

        Assert.False(Ask(limiter).IsCompleted);
        Assert.True(limiter.WaitAsync("you", [FivePerSecond], null, Cancel).IsCompletedSuccessfully);
        Assert.True(limiter.WaitAsync("me", [RateLimit.PerMinute("other", 1)], null, Cancel).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Drained_nobody_goes_before_the_pause_is_over()
    {
        var (clock, limiter) = New();
        limiter.Drain("me", [FivePerSecond], TimeSpan.FromSeconds(7));
        limiter.Drain("me", [FivePerSecond], TimeSpan.FromSeconds(2));
        var waiting = Ask(limiter);

        clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        await waiting;
    }

    [Fact]
    public async Task Who_must_wait_is_told_once_how_long()
    {
        var (clock, limiter) = New();
        var told = new List<TimeSpan>();
        limiter.Drain("me", [FivePerSecond], TimeSpan.FromSeconds(7));

        var waiting = limiter.WaitAsync("me", [FivePerSecond], (_, wait) => told.Add(wait), Cancel);
        clock.Advance(TimeSpan.FromSeconds(10));
        await waiting;

        Assert.Equal([TimeSpan.FromSeconds(7)], told);
    }

    private static (ManualClock Clock, RateLimiter Limiter) New()
    {
        var clock = new ManualClock();
        return (clock, new RateLimiter(clock));
    }

    private static Task Ask(RateLimiter limiter) => AskUntil(limiter, Cancel);

    private static Task AskUntil(RateLimiter limiter, CancellationToken cancel) =>
        limiter.WaitAsync("me", [FivePerSecond], null, cancel);

    /// <summary>When each request that was not stopped went.</summary>
    private static async Task<List<DateTimeOffset>> StartsAsync(
        RateLimit limit,
        List<(int GapInMilliseconds, bool IsStopped)> arrivals
    )
    {
        var clock = new ManualClock();
        var limiter = new RateLimiter(clock);
        var running = new List<Task<DateTimeOffset?>>();
        foreach (var (gap, isStopped) in arrivals)
        {
            clock.Advance(TimeSpan.FromMilliseconds(gap));
            var asked = clock.GetUtcNow();
            var wait = TimeSpan.Zero;
            using var stop = new CancellationTokenSource();
            var task = limiter.WaitAsync("me", [limit], (_, needed) => wait = needed, stop.Token);
            running.Add(StartOf(task, asked + wait));
            if (isStopped)
            {
                await stop.CancelAsync();
            }
        }
        clock.Advance(TimeSpan.FromHours(1));
        return [.. (await Task.WhenAll(running)).OfType<DateTimeOffset>()];
    }

    private static async Task<DateTimeOffset?> StartOf(Task wait, DateTimeOffset promised)
    {
        try
        {
            await wait;
            return promised;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
