using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Completes from a list, case kept. Never throws: at a prompt there is no place for an error.</summary>
public abstract class ListCompleter : IArgumentCompleter
{
    /// <summary>What can be chosen, with a tip each.</summary>
    protected abstract IEnumerable<(string Text, string Tip)> Choices { get; }

    /// <summary>What can be chosen beside the parameters that have been typed already.</summary>
    protected virtual IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed) => Choices;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var start = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            return
            [
                .. ChoicesBeside(fakeBoundParameters ?? new Hashtable())
                    .Where(choice => choice.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                    .Select(choice => ResultOf(choice.Text, choice.Tip)),
            ];
        }
#pragma warning disable CA1031 // Whatever it is, the cmdlet will tell it better than a prompt could.
        catch (Exception)
        {
            return [];
        }
#pragma warning restore CA1031
    }

    private static CompletionResult ResultOf(string text, string tip)
    {
        var isWord = text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '=');
        var quoted = isWord ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        return new CompletionResult(quoted, text, CompletionResultType.ParameterValue, tip);
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
