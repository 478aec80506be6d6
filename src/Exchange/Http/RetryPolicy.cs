using Polly;
using Polly.Retry;

namespace Exchange.Http;

/// <summary>When a request is sent again (bitopro.md 6.4): the table of <see cref="Repeat"/> as Polly pipelines.</summary>
internal static class RetryPolicy
{
    /// <summary>No new attempt starts later than this after the first one.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    private static readonly ResiliencePropertyKey<RetryState> StateKey = new("exchange.retry");

    /// <summary>One pipeline for each way of repeating, over one clock and one source of randomness.</summary>
    public static IReadOnlyDictionary<Repeat, ResiliencePipeline<ApiReply>> For(
        TimeProvider clock,
        Func<double> random
    ) =>
        new Dictionary<Repeat, ResiliencePipeline<ApiReply>>
        {
            [Repeat.Safe] = Pipeline(clock, random, retries: 3, MayPass),
            [Repeat.OnceIfUnanswered] = Pipeline(clock, random, retries: 1, IsUnanswered),
            [Repeat.SafeOnce] = Pipeline(clock, random, retries: 1, IsUnanswered),
            [Repeat.SafeNever] = ResiliencePipeline<ApiReply>.Empty,
            [Repeat.Never] = ResiliencePipeline<ApiReply>.Empty,
        };

    /// <summary>Runs <paramref name="send"/> as often as the pipeline says.</summary>
    public static async Task<ApiReply> RunAsync(
        ResiliencePipeline<ApiReply> pipeline,
        RetryState state,
        Func<CancellationToken, Task<ApiReply>> send,
        CancellationToken cancel
    )
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(StateKey, state);
        try
        {
            return await pipeline
                .ExecuteAsync(
                    static async (running, run) => await run(running.CancellationToken).ConfigureAwait(false),
                    context,
                    send
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<ApiReply> Pipeline(
        TimeProvider clock,
        Func<double> random,
        int retries,
        Func<Outcome<ApiReply>, bool> isWorthRepeating
    ) =>
        new ResiliencePipelineBuilder<ApiReply> { TimeProvider = clock }
            .AddRetry(
                new RetryStrategyOptions<ApiReply>
                {
                    MaxRetryAttempts = retries,
                    ShouldHandle = tried =>
                        ValueTask.FromResult(
                            isWorthRepeating(tried.Outcome)
                                && FitsBudget(StateOf(tried.Context), clock, Delay(tried.AttemptNumber, tried.Outcome))
                        ),
                    DelayGenerator = tried =>
                        ValueTask.FromResult<TimeSpan?>(
                            Asked(tried.Outcome) ?? (Backoff(tried.AttemptNumber) * (0.8 + (0.4 * random())))
                        ),
                    OnRetry = tried =>
                    {
                        StateOf(tried.Context)
                            .Repeated(tried.AttemptNumber + 1, tried.RetryDelay, Reason(tried.Outcome));
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();

    private static TimeSpan Delay(int attempt, Outcome<ApiReply> outcome) => Asked(outcome) ?? Backoff(attempt);

    // What the service asks for is the least to wait: no jitter may take from it.
    private static TimeSpan? Asked(Outcome<ApiReply> outcome) =>
        outcome.Result?.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : null;

    // 1 s, 2 s, 4 s.
    private static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(1 << attempt);

    private static bool FitsBudget(RetryState state, TimeProvider clock, TimeSpan delay) =>
        clock.GetElapsedTime(state.Started) + delay <= Budget;

    private static bool IsUnanswered(Outcome<ApiReply> outcome) =>
        outcome.Exception
            is TransportException { Failure: not (TransportFailure.TooLarge or TransportFailure.Unreadable) };

    private static bool MayPass(Outcome<ApiReply> outcome) =>
        IsUnanswered(outcome) || outcome.Result?.Status is 408 or 429 or >= 500;

    private static string Reason(Outcome<ApiReply> outcome) =>
        outcome.Exception?.Message ?? $"answered {outcome.Result!.Status}";

    private static RetryState StateOf(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);
}

/// <summary>When a request was first sent, and whom to tell that it is sent again.</summary>
internal sealed record RetryState(long Started, Action<int, TimeSpan, string> Repeated);
