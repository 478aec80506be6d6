#nullable disable
namespace System.Management.Automation.Host;

/// <summary>One of the answers to a question; the letter after <c>&amp;</c> is its key.</summary>
public sealed class ChoiceDescription
{
    public ChoiceDescription(string label)
        : this(label, "") { }

    public ChoiceDescription(string label, string helpMessage)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        ArgumentNullException.ThrowIfNull(helpMessage);
        Label = label;
        HelpMessage = helpMessage;
    }

    public string Label { get; }

    public string HelpMessage { get; set; }
}
