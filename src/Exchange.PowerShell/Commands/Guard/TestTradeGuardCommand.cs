using System.Management.Automation;
using System.Text.Json;
using Exchange.Guard;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Asks the guard what it would say, and shows where the session would stand. Nothing is sent, audited or recorded. As input, or
/// as JSON lines of <c>exchange</c>, it takes objects with text, session, pendingStep, kind, attemptId, now and environment.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "TradeGuard", DefaultParameterSetName = "Request")]
[OutputType(typeof(GuardDecision))]
public sealed class TestTradeGuardCommand : ExchangeCmdlet
{
    private readonly MemoryDuplicateStore _seen = new();

    /// <summary>A request as one object; its members are named as in the contract.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Request", ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>What a person or an agent wrote.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Parts")]
    [AllowEmptyString]
    public string? Text { get; set; }

    /// <summary>The session that would be handed in.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [Alias("Session", "StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>What the step would be worth, in the session's quote currency; without it there is no step.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [PlainNumber]
    public decimal? SizeQuote { get; set; }

    /// <summary>The pair of the step.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string? Pair { get; set; }

    /// <summary>received, preprocessed or sent.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [ArgumentCompleter(typeof(GuardEventCompleter))]
    public string Kind { get; set; } = GuardEvents.Preprocessed;

    /// <summary>The id that the order would have.</summary>
    [Parameter(ParameterSetName = "Parts")]
    public string? AttemptId { get; set; }

    /// <summary>The moment of the question; without it now.</summary>
    [Parameter(ParameterSetName = "Parts")]
    [Instant]
    public DateTimeOffset? Now { get; set; }

    /// <summary>A file that remembers attempt ids from run to run; without it only those of this run, and what was really sent, count.</summary>
    [Parameter]
    public string? DuplicateStore { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (ParameterSetName == "Parts")
        {
            await AnswerAsync(Parts, cancel);
            return;
        }
        if (Json() is not { } json)
        {
            return;
        }
        var isList = json.ValueKind == JsonValueKind.Array;
        foreach (var request in isList ? json.EnumerateArray().ToArray() : [json])
        {
            await AnswerAsync(() => RequestOf(request), cancel);
        }
    }

    // Each request has an environment of its own: what one cannot use says nothing about the next.
    private async Task AnswerAsync(Func<(GuardRequest, Func<string, string?>)> request, CancellationToken cancel)
    {
        try
        {
            WriteObject(await JudgeAsync(request(), cancel));
        }
        catch (ExchangeException trouble)
        {
            WriteError(ExchangeErrors.RecordOf(trouble));
        }
    }

    private async Task<GuardDecision> JudgeAsync((GuardRequest, Func<string, string?>) asked, CancellationToken cancel)
    {
        var (request, environment) = asked;
        var rules = GuardRules.Load(environment);
        var settings = GuardSettings.Read(environment, request.Service);
        IDuplicateStore store = DuplicateStore is null
            ? new PreviewStore(_seen)
            : new FileDuplicateStore(GetUnresolvedProviderPathFromPSPath(DuplicateStore));
        return await GuardEvaluation.DecideAsync(request, rules, settings, store, record: true, cancel);
    }

    private (GuardRequest, Func<string, string?>) Parts() =>
        (
            new GuardRequest
            {
                Text = Text,
                Session = TradeSession,
                Step =
                    MyInvocation.BoundParameters.ContainsKey(nameof(SizeQuote)) || Pair is not null
                        ? new PendingStep(SizeQuote)
                        {
                            Pairs = Pair is null ? [] : [Pair],
                            QuoteCurrency = TradeSession?.Policy.QuoteCurrency ?? "TWD",
                        }
                        : null,
                Kind = GuardEvents.Check(Kind),
                AttemptIds = AttemptId is null ? [] : [AttemptId],
                Now = Now ?? Runtime.Clock.GetUtcNow(),
            },
            Runtime.Environment
        );

    private JsonElement? Json()
    {
        try
        {
            return PlainJson.Of(InputObject);
        }
        catch (FormatException trouble)
        {
            WriteError(
                ExchangeErrors.RecordOf(
                    new ExchangeException("TradeGuard.InvalidRequest", ErrorKind.InvalidInput, trouble.Message, trouble)
                )
            );
            return null;
        }
    }

    private static (GuardRequest, Func<string, string?>) RequestOf(JsonElement json) =>
        (GuardRequest.Of(json, Runtime.Clock.GetUtcNow()), GuardRequest.EnvironmentOf(json, Runtime.Environment));

    /// <summary>What was really sent is only looked at; what this run asks about is remembered for as long as it lasts.</summary>
    private sealed class PreviewStore(MemoryDuplicateStore asked) : IDuplicateStore
    {
        public async Task<bool> IsDuplicateAsync(
            IReadOnlyList<string> ids,
            DateTimeOffset now,
            TimeSpan window,
            bool record,
            CancellationToken cancel
        )
        {
            var shared = FileDuplicateStore.In(StateFolder.Locate(Runtime.Environment));
            return await asked.IsDuplicateAsync(ids, now, window, record, cancel)
                || await shared.IsDuplicateAsync(ids, now, window, record: false, cancel);
        }
    }
}
