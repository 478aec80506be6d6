namespace Exchange.Guard;

#pragma warning disable CA1707 // The contract's words, as error ids, audit lines and other programs repeat them.

/// <summary>What the guard says (trade-guard.md 3.1).</summary>
public enum GuardVerdict
{
    /// <summary>Nothing suspicious, no session: the normal confirmation follows.</summary>
    ALLOW,

    /// <summary>An approved step inside its limits: no fresh confirmation is needed.</summary>
    ALLOW_IN_SESSION,

    /// <summary>A limit, staleness, the cap or risky text: a person decides.</summary>
    ESCALATE,

    /// <summary>A policy bypass, a prompt reveal, an instruction from elsewhere: never permitted.</summary>
    BLOCK,

    /// <summary>A duplicate is suspected: an operator looks first.</summary>
    PAUSE,

    /// <summary>Incomplete or ambiguous: one question is asked.</summary>
    CLARIFY,

    /// <summary>A strategy without a session: it has to be approved first.</summary>
    APPROVE_SESSION,

    /// <summary>A healthy session and no execution: its summary is shown, then the call goes on as usual.</summary>
    REMIND,
}

#pragma warning restore CA1707
