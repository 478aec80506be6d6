using System.Management.Automation;
using Exchange.Engine;
using Exchange.Engine.Json;

namespace Exchange.CommandLine;

/// <summary>Exit codes of <c>exchange</c> (design.md section 4).</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadArguments = 2;
    public const int Refused = 3;
    public const int ConfirmationNeeded = 4;

    /// <summary>128 and SIGINT, as shells have it.</summary>
    public const int Stopped = 130;

    /// <summary>The code of one error.</summary>
    public static int Of(Exception trouble) =>
        trouble switch
        {
            ParameterBindingException or JsonLineException => BadArguments,
            ExchangeException { Kind: ErrorKind.InvalidInput } => BadArguments,
            ExchangeException { Kind: ErrorKind.Refused } => Refused,
            ExchangeException { Kind: ErrorKind.ConfirmationRequired } => ConfirmationNeeded,
            { InnerException: ExchangeException inner } => Of(inner),
            _ => Failed,
        };

    /// <summary>The code of a whole run; <paramref name="others"/> are the errors after which it went on.</summary>
    public static int Of(CmdletRun run, IReadOnlyList<Exception> others)
    {
        if (run.TerminatingError is { } ended)
        {
            return Of(ended.Exception);
        }
        if (run.Stopped)
        {
            return Stopped;
        }
        return others.Count == 0 ? Done
            : others.Select(Of).Distinct().Count() == 1 ? Of(others[0])
            : Failed;
    }
}
