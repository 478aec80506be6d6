using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Exchange.Engine;

/// <summary>Shows a run's text, and asks the terminal of an <see cref="EngineHost"/> if it has one.</summary>
internal sealed class RunningHostInterface(EngineHost host, Action<string> show) : PSHostUserInterface
{
    private readonly RunningHostScreen _screen = new(host);

    public override PSHostRawUserInterface RawUI => _screen;

    public override bool SupportsVirtualTerminal => host.SupportsVirtualTerminal;

    private EngineTerminal Terminal => host.Terminal ?? throw HostQuestions.NobodyToAsk();

    public override void Write(string value) => show(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => show(value);

    public override void WriteLine(string value) => show(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override string ReadLine() => Terminal.ReadLine() ?? throw HostQuestions.NobodyToAsk();

    public override SecureString ReadLineAsSecureString() => Terminal.ReadSecret() ?? throw HostQuestions.NobodyToAsk();

    public override int PromptForChoice(
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice
    ) => HostQuestions.Choose(Terminal, caption, message, choices, defaultChoice);

    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions
    )
    {
        HostQuestions.Announce(Terminal, caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in descriptions)
        {
            answers[field.Name] = Ask(field);
        }
        return answers;
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName
    ) =>
        PromptForCredential(
            caption,
            message,
            userName,
            targetName,
            PSCredentialTypes.Default,
            PSCredentialUIOptions.Default
        );

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    )
    {
        HostQuestions.Announce(Terminal, caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Terminal.Write("User: ");
            userName = ReadLine();
        }
        Terminal.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    private PSObject Ask(FieldDescription field)
    {
        if (field.ParameterType == typeof(PSCredential))
        {
            return new PSObject(PromptForCredential("", "", "", ""));
        }
        Terminal.Write(field.HelpMessage.Length == 0 ? $"{field.Name}: " : $"{field.Name} ({field.HelpMessage}): ");
        return new PSObject(field.ParameterType == typeof(SecureString) ? ReadLineAsSecureString() : ReadLine());
    }
}
