namespace Exchange.Faults.SignIns;

/// <summary>What the tool claimed of each profile, command by command, and what was under way when a process was killed.</summary>
internal sealed class SignInLedger
{
    /// <summary>The outcome of a command without error.</summary>
    public const string Done = "done";

    // What the contract has for a fault on the way: anything else is a fault of ours.
    private static readonly string[] Expected =
    [
        "CodexAuth.token_exchange_unavailable",
        "CodexAuth.token_exchange_rejected",
        "CodexAuth.token_response_invalid",
        "CodexAuth.network_error",
        "CodexAuth.no_pending_flow",
        "CodexAuth.store_locked",
        "CodexAuth.refresh_rejected",
        "CodexAuth.refresh_unavailable",
    ];

    private readonly object _gate = new();
    private readonly Dictionary<string, bool> _isGood = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _errors = new(StringComparer.Ordinal);

    /// <summary>Exchanges of a code that were begun, each by one command.</summary>
    public int Exchanges { get; private set; }

    /// <summary>Renewals that were begun, each by one command.</summary>
    public int Renewals { get; private set; }

    /// <summary>Logins that were claimed as stored, and tokens that were claimed as renewed.</summary>
    public int Claimed { get; private set; }

    /// <summary>Commands that a kill interrupted.</summary>
    public int Interrupted { get; private set; }

    /// <summary>Errors without a word of what to do, or of a kind that no fault on the way explains.</summary>
    public int BadErrors { get; private set; }

    /// <summary>How often each error was.</summary>
    public IReadOnlyDictionary<string, int> Errors => _errors;

    /// <summary>The profiles that were written or tried, and whether the last that is known of each is a claim that it works.</summary>
    public IReadOnlyDictionary<string, bool> IsGood => _isGood;

    /// <summary>An ear for one worker.</summary>
    public Action<string?> Ear()
    {
        string? underWay = null;
        return line =>
        {
            lock (_gate)
            {
                underWay = Hear(line, underWay);
            }
        };
    }

    private string? Hear(string? line, string? underWay)
    {
        switch (line?.Split(' '))
        {
            case null when underWay is not null:
                Interrupted++;
                _isGood[underWay] = false;
                return null;
            case [">", var profile, var what, ..]:
                Exchanges += what == "complete" ? 1 : 0;
                Renewals += what == "renew" ? 1 : 0;
                return profile;
            case ["<", var profile, _, var outcome, var remedy]:
                Settle(profile, outcome, remedy == "remedy");
                return null;
            default:
                return underWay;
        }
    }

    private void Settle(string profile, string outcome, bool hasRemedy)
    {
        // Of the shared one nobody knows what another worker was doing.
        _isGood[profile] = outcome == Done && !profile.StartsWith(SignInWorker.Shared, StringComparison.Ordinal);
        if (outcome == Done)
        {
            Claimed++;
            return;
        }
        _errors[outcome] = _errors.GetValueOrDefault(outcome) + 1;
        BadErrors += hasRemedy && Expected.Contains(outcome, StringComparer.Ordinal) ? 0 : 1;
    }
}
