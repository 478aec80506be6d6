using System.Buffers;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;
using Exchange.Engine;
using Exchange.Engine.Json;

namespace Exchange.CommandLine;

/// <summary>One cmdlet per process: arguments and JSON lines in, JSON lines out, everything else to standard error.</summary>
internal sealed class ExchangeProgram(ConsoleStreams streams)
{
    private const string ReadInput = "-";

    private readonly CmdletCatalog _cmdlets = CmdletCatalog.FromAssembly(Assembly.GetExecutingAssembly());
    private readonly List<Exception> _errors = [];
    private long _objectsRead;

    /// <summary>Runs a command line; returns its exit code.</summary>
    public int Run(string[] args) =>
        args switch
        {
            [] or ["help"] or ["--help"] or ["-h"] or ["-?"] => Say(Overview.Text(_cmdlets), ExitCode.Done),
            ["list"] => Say(Overview.List(_cmdlets), ExitCode.Done),
            ["version"] or ["--version"] => Say(Overview.Version, ExitCode.Done),
            ["help", var name] => Help(name),
            [var name, "-?" or "--help"] => Help(name),
            [var name, .. var rest] => RunCmdlet(name, rest),
        };

    private int Help(string name) =>
        _cmdlets.Find(name) is { } cmdlet ? Say(StagedHelp.Of(cmdlet.Name) ?? CmdletUsage.For(cmdlet), ExitCode.Done)
        : StagedHelp.Topic(name) is { } topic ? Say(topic, ExitCode.Done)
        : Unknown(name);

    private int RunCmdlet(string name, string[] words)
    {
        if (_cmdlets.Find(name) is not { } cmdlet)
        {
            return Unknown(name);
        }
        var isFed = words is [.., ReadInput];
        var command = new CmdletCommand(cmdlet, CmdletArguments.FromTokens(isFed ? words[..^1] : words));
        using var stop = new CancellationTokenSource();
        using var interrupt = OnSignal(PosixSignal.SIGINT, stop);
        using var terminate = OnSignal(PosixSignal.SIGTERM, stop);
        try
        {
            var run = Invoke(command, isFed, stop.Token);
            // A mandatory parameter that the pipeline can give: then the objects come on standard input, if there are any.
            if (!isFed && streams.HasInput && LacksInput(cmdlet, run))
            {
                var fed = Invoke(command, isFed: true, stop.Token);
                run = _objectsRead > 0 || fed.Stopped ? fed : WithoutInput(run);
            }
            if (run.Stopped && cmdlet.ConfirmImpact == ConfirmImpact.High)
            {
                streams.Error.WriteLine(
                    "WARNING: Stopped. If something was being sent, exchange Get-ExchangeAttempt -State Unknown shows it, "
                        + "and Resolve-ExchangeAttempt settles it."
                );
            }
            if (run.TerminatingError is { } ended)
            {
                Tell(ended);
            }
            return ExitCode.Of(run, _errors);
        }
        catch (JsonLineException trouble)
        {
            streams.Error.WriteLine($"ERROR Exchange.InvalidInput: standard input, {trouble.Message}");
            return ExitCode.BadArguments;
        }
        catch (IOException)
        {
            // Whoever read our output has gone, as in exchange ... | head -1.
            return ExitCode.Failed;
        }
    }

    private CmdletRun Invoke(CmdletCommand command, bool isFed, CancellationToken cancel)
    {
        var runner = new CmdletRunner(Host()) { Sinks = Sinks(command.Cmdlet) };
        return runner.Run(command, isFed ? Input(command.Cmdlet) : null, cancel);
    }

    private CmdletRun WithoutInput(CmdletRun run)
    {
        streams.Error.WriteLine("WARNING: Standard input held no objects; end the command with - when that may be so.");
        return run;
    }

    // A cmdlet that takes whatever comes reads its lines by itself, and says of each what is wrong with it.
    private IEnumerable<object?> Input(CmdletMetadata cmdlet)
    {
        var takesAnything = cmdlet.Parameters.Any(parameter =>
            parameter.Type == typeof(object) && parameter.Sets.Any(set => set.FromPipeline)
        );
        foreach (var item in takesAnything ? JsonLine.ReadText(streams.Input()) : JsonLine.ReadAll(streams.Input()))
        {
            _objectsRead++;
            yield return item;
        }
    }

    private EngineHost Host() =>
        new()
        {
            Terminal = streams.Terminal,
            Environment = Environment.GetEnvironmentVariable,
            SupportsVirtualTerminal = !Console.IsOutputRedirected,
            WindowWidth = streams.ErrorIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 80,
        };

    private CmdletSinks Sinks(CmdletMetadata cmdlet)
    {
        var hasText = cmdlet.OutputTypes.Any(output => output.Type == typeof(string));
        return new CmdletSinks
        {
            Output = value => Write(value, hasText),
            Error = record =>
            {
                _errors.Add(record.Exception);
                Tell(record);
            },
            Warning = record => streams.Error.WriteLine($"WARNING: {record.Message}"),
            Verbose = record => streams.Error.WriteLine($"VERBOSE: {record.Message}"),
            Debug = record => streams.Error.WriteLine($"DEBUG: {record.Message}"),
            Information = _ => { },
            Progress = _ => { },
            HostText = text => streams.Error.Write(text),
        };
    }

    // Lines of a picture are for eyes; everything else is for programs.
    private void Write(object? value, bool hasText)
    {
        if (hasText && value is string)
        {
            WriteText(value);
            return;
        }
        WriteJson(value);
    }

    private void WriteJson(object? value)
    {
        var line = new ArrayBufferWriter<byte>(512);
        JsonLine.Write(line, value);
        line.Write("\n"u8);
        streams.Output.Write(line.WrittenSpan);
        streams.Output.Flush();
    }

    private void WriteText(object? value)
    {
        streams.Output.Write(System.Text.Encoding.UTF8.GetBytes($"{value}\n"));
        streams.Output.Flush();
    }

    private void Tell(ErrorRecord record) =>
        streams.Error.WriteLine(streams.ErrorIsTerminal ? ErrorLine.Text(record) : ErrorLine.Json(record));

    private int Say(string text, int code)
    {
        WriteText(text.TrimEnd());
        return code;
    }

    private int Unknown(string name)
    {
        var near = _cmdlets.Suggest(name);
        var hint = near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}?" : "exchange list names them all.";
        streams.Error.WriteLine($"ERROR Exchange.UnknownCmdlet: there is no cmdlet {name}. {hint}");
        return ExitCode.BadArguments;
    }

    private static bool LacksInput(CmdletMetadata cmdlet, CmdletRun run) =>
        run.TerminatingError?.Exception is ParameterBindingException { ErrorId: "MissingMandatoryParameter" }
        && cmdlet.Parameters.Any(parameter => parameter.Sets.Any(set => set.FromPipeline || set.FromPropertyName));

    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                stop.Cancel();
            }
        );
}
