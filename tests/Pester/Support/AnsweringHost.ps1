# A host with somebody who answers: choices by their key, lines by their text. It keeps what was asked.
if (-not ('Exchange.Pester.AnsweringHost' -as [type])) {
    Add-Type -WarningAction Ignore -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
namespace Exchange.Pester {
public sealed class AnsweringHost : PSHost {
    public AnsweringHost(params string[] answers) { Answers = new Queue<string>(answers); ui = new AnsweringUI(this); }
    public Queue<string> Answers { get; }
    public List<string> Asked { get; } = new List<string>();
    public List<string> Shown { get; } = new List<string>();
    readonly AnsweringUI ui;
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "Answering";
    public override PSHostUserInterface UI => ui;
    public override Version Version => new Version(1, 0);
    public override void EnterNestedPrompt() { throw new NotSupportedException(); }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}
public sealed class AnsweringUI : PSHostUserInterface {
    readonly AnsweringHost host;
    public AnsweringUI(AnsweringHost host) { this.host = host; }
    string Next(string question) { host.Asked.Add(question); return host.Answers.Count > 0 ? host.Answers.Dequeue() : throw new HostException("Nobody is there any more."); }
    public override PSHostRawUserInterface RawUI => null;
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) {
        var answer = Next(caption + "\n" + message);
        for (var i = 0; i < choices.Count; i++) {
            var label = choices[i].Label;
            var key = label.IndexOf('&');
            if (key >= 0 && string.Equals(label.Substring(key + 1, 1), answer, StringComparison.OrdinalIgnoreCase)) { return i; }
        }
        throw new HostException("No such choice: " + answer);
    }
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        descriptions.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Next(field.Name)));
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { throw new HostException("No."); }
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) { throw new HostException("No."); }
    public override string ReadLine() => Next("line");
    public override SecureString ReadLineAsSecureString() { throw new HostException("No."); }
    public override void Write(string value) => host.Shown.Add(value);
    public override void Write(ConsoleColor f, ConsoleColor b, string value) => host.Shown.Add(value);
    public override void WriteLine(string value) => host.Shown.Add(value);
    public override void WriteDebugLine(string message) => host.Shown.Add(message);
    public override void WriteErrorLine(string value) => host.Shown.Add(value);
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) => host.Shown.Add(message);
    public override void WriteWarningLine(string message) => host.Shown.Add(message);
}
}
'@
}

# Runs a script in a runspace whose person gives these answers: what it emitted, its errors, and the host with what was asked.
function Invoke-WithAnswer([string[]] $Answers, [string] $Script) {
    $person = [Exchange.Pester.AnsweringHost]::new($Answers)
    $runspace = [runspacefactory]::CreateRunspace($person)
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    try {
        $null = $shell.AddScript("Import-Module '$((Get-Module Exchange).Path)'; $Script")
        $output = $shell.Invoke()
        [pscustomobject] @{ Output = @($output); Errors = @($shell.Streams.Error); Asked = $person.Asked; Shown = $person.Shown }
    }
    finally {
        $shell.Dispose()
        $runspace.Dispose()
    }
}
