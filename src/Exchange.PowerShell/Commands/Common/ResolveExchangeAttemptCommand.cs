using System.Management.Automation;
using Exchange.Desk;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Settles attempts whose outcome is unknown by asking the service, never by sending again. Without ids it takes every
/// unknown attempt.
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "ExchangeAttempt", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(Attempt))]
public sealed class ResolveExchangeAttemptCommand : ExchangeCmdlet
{
    /// <summary>The attempts to settle; without them every unknown one.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttemptCompleter))]
    public string[] AttemptId { get; set; } = [];

    /// <summary>Waits until no request can be under way any more, when nothing is found before.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    private const string Activity = "Settling attempts";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var content = await Runtime.Journal.ReadAsync(cancel);
        var resolver = new AttemptResolver(Runtime.Journal, Runtime.Clock);
        var wanted = Wanted(content);
        for (var i = 0; i < wanted.Count; i++)
        {
            ShowProgress(wanted[i], i, wanted.Count);
            WriteObject(await ResolveAsync(resolver, wanted[i], cancel));
        }
        if (wanted.Count > 0)
        {
            EndProgress(Activity, $"{wanted.Count} in all");
        }
    }

    private List<Attempt> Wanted(JournalContent content)
    {
        if (AttemptId.Length == 0)
        {
            return [.. content.Attempts.Where(attempt => attempt.State == AttemptState.Unknown)];
        }
        var byId = content.Attempts.ToDictionary(attempt => attempt.AttemptId, StringComparer.Ordinal);
        foreach (var id in AttemptId.Where(id => !byId.ContainsKey(id)))
        {
            WriteError(
                ExchangeErrors.RecordOf(
                    new ExchangeException(
                        "Exchange.AttemptNotFound",
                        ErrorKind.NotFound,
                        $"No attempt {id} is in the journal."
                    )
                )
            );
        }
        return [.. AttemptId.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    private async Task<Attempt> ResolveAsync(AttemptResolver resolver, Attempt attempt, CancellationToken cancel)
    {
        if (attempt.State != AttemptState.Unknown)
        {
            WriteVerbose($"{attempt.AttemptId} is settled already: {attempt.State}.");
            return attempt;
        }
        if (!IsWanted($"{attempt.AttemptId} ({attempt.Operation} {attempt.Summary})", "Ask the service and settle"))
        {
            return attempt;
        }
        return await resolver.ResolveAsync(attempt, LookupFor(attempt), Wait, cancel);
    }

    private IAttemptLookup LookupFor(Attempt attempt) =>
        attempt.Service switch
        {
            "BitoPro" => Runtime.BitoPro.PrivateClient(Listener).Lookup(),
            "Okx" => Runtime.Okx.ClientOf(attempt, Listener).Lookup(),
            "Strategy" => Runtime.Strategy.Client(Listener).Lookup(attempt.Account),
            _ => throw new ExchangeException(
                "Exchange.ServiceUnknown",
                ErrorKind.NotFound,
                $"The attempt {attempt.AttemptId} is of {attempt.Service}, which cannot be asked."
            ),
        };

    private void ShowProgress(Attempt attempt, int done, int all) =>
        ShowProgress(Activity, $"{done + 1} of {all}: {attempt.AttemptId}", percent: 100 * done / all);
}
