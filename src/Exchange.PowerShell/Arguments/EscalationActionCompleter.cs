using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>What can be due when nobody answers an escalation.</summary>
public sealed class EscalationActionCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [
            (EscalationActions.HaltNoNew, "open orders stay, no new step; always safe"),
            (EscalationActions.CloseAll, "cancel the session's own orders; needs an opt-in"),
            (EscalationActions.ResumeLastApproved, "one more step, then escalate again; needs an opt-in"),
        ];
}
