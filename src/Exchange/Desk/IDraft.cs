namespace Exchange.Desk;

/// <summary>One line of a draft as a person reads it.</summary>
public sealed record DraftLine(string Label, string Value);

/// <summary>
/// A complete, validated, printable write that has not been sent. Making one has no side effect; showing it shows
/// everything that will be sent.
/// </summary>
public interface IDraft
{
    /// <summary>The service, such as <c>BitoPro</c>.</summary>
    string Service { get; }

    /// <summary>What will be done, such as <c>Place order</c>.</summary>
    string Action { get; }

    /// <summary>What it will be done to, in a few words.</summary>
    string Subject { get; }

    /// <summary>Everything that will be sent, and what it is estimated to mean.</summary>
    IReadOnlyList<DraftLine> Lines { get; }
}

/// <summary>A draft as text.</summary>
public static class DraftText
{
    /// <summary>Action, subject and every line, for a prompt or a preview.</summary>
    public static string Of(IDraft draft) =>
        string.Join(
            Environment.NewLine,
            draft.Lines.Select(line => $"  {line.Label}: {line.Value}").Prepend($"{draft.Action}: {draft.Subject}")
        );
}
