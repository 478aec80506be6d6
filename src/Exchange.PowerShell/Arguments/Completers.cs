using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Completes from a fixed list, case kept.</summary>
public abstract class ListCompleter : IArgumentCompleter
{
    /// <summary>What can be chosen, with a tip each.</summary>
    protected abstract IEnumerable<(string Text, string Tip)> Choices { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var start = wordToComplete.Trim('\'', '"');
        foreach (var (text, tip) in Choices)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                var quoted = text.AsSpan().IndexOfAny("<>= ") >= 0 ? $"'{text}'" : text;
                yield return new CompletionResult(quoted, text, CompletionResultType.ParameterValue, tip);
            }
        }
    }
}

/// <summary>Resolutions of candlesticks.</summary>
public sealed class ResolutionCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        BitoProChoices.Resolutions.Select(resolution => (resolution, $"{resolution} (case matters)"));
}

/// <summary>Trigger conditions of stop orders.</summary>
public sealed class ConditionCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [(">=", "when the market rises to the stop price"), ("<=", "when the market falls to the stop price")];
}

/// <summary>Kinds of order status.</summary>
public sealed class StatusKindCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [("OPEN", "-1, 0, 1"), ("DONE", "2 and 3; cancelled orders only appear under ALL"), ("ALL", "every status")];
}

/// <summary>Names of the simulator's faults.</summary>
public sealed class FaultCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        Enum.GetNames<Exchange.Simulator.FaultKind>().Select(name => ($"{name}=0.1", $"{name} in 10 % of requests"));
}
