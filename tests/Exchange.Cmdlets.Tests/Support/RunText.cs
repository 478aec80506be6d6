using System.Management.Automation;
using System.Text;
using Exchange.CommandLine;
using Exchange.Engine;
using Exchange.Engine.Json;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>Everything that a run has said, in every form in which somebody could see it.</summary>
internal static class RunText
{
    public static string Of(CmdletRun run)
    {
        var text = new StringBuilder(run.HostText);
        foreach (var value in run.Output)
        {
            Add(text, value);
        }
        foreach (var error in run.Errors.Append(run.TerminatingError).OfType<ErrorRecord>())
        {
            Add(text, error);
        }
        object[] records =
        [
            .. run.Warnings,
            .. run.Verbose,
            .. run.Debug,
            .. run.Information,
            .. run.Progress.Select(progress =>
                $"{progress.Activity} {progress.StatusDescription} {progress.CurrentOperation}"
            ),
        ];
        return text.AppendJoin('\n', records).ToString();
    }

    private static void Add(StringBuilder text, object? value) =>
        text.AppendLine(JsonLine.Write(value)).Append(value).AppendLine();

    private static void Add(StringBuilder text, ErrorRecord error)
    {
        text.AppendLine(ErrorLine.Json(error)).AppendLine(ErrorLine.Text(error)).Append(error).AppendLine();
        text.Append(error.Exception).AppendLine(error.FullyQualifiedErrorId).Append(error.CategoryInfo).AppendLine();
        text.AppendLine(error.ErrorDetails?.Message).AppendLine(error.ErrorDetails?.RecommendedAction);
        Add(text, error.TargetObject);
    }
}
