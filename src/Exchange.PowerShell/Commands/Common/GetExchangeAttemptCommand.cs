using System.Management.Automation;
using Exchange.Desk;

namespace Exchange.PowerShell.Commands;

/// <summary>Attempts from the journal: what was sent, what the service said, and what is not known.</summary>
[Cmdlet(VerbsCommon.Get, "ExchangeAttempt")]
[OutputType(typeof(Attempt))]
public sealed class GetExchangeAttemptCommand : ExchangeCmdlet
{
    /// <summary>Only these attempts.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttemptCompleter))]
    public string[] AttemptId { get; set; } = [];

    /// <summary>Only attempts in this state: Accepted, Rejected or Unknown.</summary>
    [Parameter]
    [ValidateSet("Accepted", "Rejected", "Unknown")]
    public string? State { get; set; }

    /// <summary>Only attempts at this service.</summary>
    [Parameter]
    [ValidateSet("BitoPro", "Okx", "Strategy", "Codex")]
    public string? Service { get; set; }

    /// <summary>Only attempts from this moment on.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? Since { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var content = await Runtime.Journal.ReadAsync(cancel);
        WarnOfCorruptLines(content);
        foreach (var attempt in content.Attempts)
        {
            if (IsWanted(attempt))
            {
                WriteObject(attempt);
            }
        }
        foreach (var id in AttemptId.Where(id => !content.Attempts.Any(attempt => attempt.AttemptId == id)))
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
    }

    private bool IsWanted(Attempt attempt) =>
        (AttemptId.Length == 0 || AttemptId.Contains(attempt.AttemptId, StringComparer.Ordinal))
        && (State is null || State.Equals(attempt.State.ToString(), StringComparison.OrdinalIgnoreCase))
        && (Service is null || Service.Equals(attempt.Service, StringComparison.OrdinalIgnoreCase))
        && (Since is null || attempt.StartedAt >= Since);

    private void WarnOfCorruptLines(JournalContent content)
    {
        if (content.CorruptLines.Count > 0)
        {
            WriteWarning(
                $"{content.CorruptLines.Count} lines of {Runtime.Journal.Path} are torn or changed and were skipped: "
                    + $"{string.Join(", ", content.CorruptLines.Take(20))}. What they said is not known."
            );
        }
    }
}
