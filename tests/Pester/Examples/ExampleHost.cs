using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Exchange.Examples
{
    /// <summary>A screen that nobody sits at: it keeps what is shown, and every question finds nobody.</summary>
    public sealed class ExampleHost : PSHost
    {
        private readonly ExampleScreen _screen;

        public ExampleHost(int width) => _screen = new ExampleScreen(width);

        public override CultureInfo CurrentCulture { get; } = CultureInfo.GetCultureInfo("en-US");
        public override CultureInfo CurrentUICulture => CurrentCulture;
        public override Guid InstanceId { get; } = Guid.NewGuid();
        public override string Name => "ExampleHost";
        public override PSHostUserInterface UI => _screen;
        public override Version Version { get; } = new Version(1, 0);

        /// <summary>What has been shown since it was last taken.</summary>
        public string Take() => _screen.Take();

        public override void EnterNestedPrompt() => throw ExampleScreen.NobodyThere();

        public override void ExitNestedPrompt() { }

        public override void NotifyBeginApplication() { }

        public override void NotifyEndApplication() { }

        public override void SetShouldExit(int exitCode) { }
    }

    internal sealed class ExampleScreen : PSHostUserInterface
    {
        private static readonly Regex Colour = new Regex("\u001b\\[[0-9;]*m");

        private readonly StringBuilder _shown = new StringBuilder();

        public ExampleScreen(int width) => RawUI = new ExampleWindow(width);

        public override PSHostRawUserInterface RawUI { get; }

        public static HostException NobodyThere() => new HostException("Nobody is there to answer.");

        public string Take()
        {
            lock (_shown)
            {
                var text = Colour.Replace(_shown.ToString(), "");
                _shown.Clear();
                return text;
            }
        }

        public override void Write(string value)
        {
            lock (_shown)
            {
                _shown.Append(value);
            }
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
            Write(value);

        public override void WriteLine(string value) => Write(value + "\n");

        public override void WriteErrorLine(string value) => WriteLine(value);

        public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

        public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

        public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

        public override void WriteProgress(long sourceId, ProgressRecord record) { }

        public override string ReadLine() => throw NobodyThere();

        public override SecureString ReadLineAsSecureString() => throw NobodyThere();

        public override Dictionary<string, PSObject> Prompt(
            string caption,
            string message,
            Collection<FieldDescription> descriptions
        ) => throw NobodyThere();

        public override int PromptForChoice(
            string caption,
            string message,
            Collection<ChoiceDescription> choices,
            int defaultChoice
        ) => throw NobodyThere();

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName
        ) => throw NobodyThere();

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName,
            PSCredentialTypes allowedCredentialTypes,
            PSCredentialUIOptions options
        ) => throw NobodyThere();
    }

    internal sealed class ExampleWindow : PSHostRawUserInterface
    {
        public ExampleWindow(int width) => BufferSize = WindowSize = new Size(width, 50);

        public override ConsoleColor BackgroundColor { get; set; }
        public override Size BufferSize { get; set; }
        public override Coordinates CursorPosition { get; set; }
        public override int CursorSize { get; set; }
        public override ConsoleColor ForegroundColor { get; set; }
        public override bool KeyAvailable => false;
        public override Size MaxPhysicalWindowSize => WindowSize;
        public override Size MaxWindowSize => WindowSize;
        public override Coordinates WindowPosition { get; set; }
        public override Size WindowSize { get; set; }
        public override string WindowTitle { get; set; } = "";

        public override void FlushInputBuffer() { }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw ExampleScreen.NobodyThere();

        public override void ScrollBufferContents(
            Rectangle source,
            Coordinates destination,
            Rectangle clip,
            BufferCell fill
        ) { }

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
    }
}
