using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>Kinds of event that the guard judges.</summary>
public sealed class GuardEventCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [
            (GuardEvents.Received, "words, before any plan; advisory"),
            (GuardEvents.Preprocessed, "something is about to take effect"),
            (GuardEvents.Sent, "after the fact"),
        ];
}
