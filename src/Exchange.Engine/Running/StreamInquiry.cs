using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>The question that a stream with the preference <c>Inquire</c> puts, and the end that <c>Stop</c> is.</summary>
internal sealed class StreamInquiry(PSHost host)
{
    private const int YesToAll = 1;
    private const int Halt = 2;

    private bool _yesToAll;

    /// <summary>Asks whether to go on; null for yes, else the error that ends the cmdlet.</summary>
    public ErrorRecord? GoOn(string message, string variable)
    {
        if (_yesToAll)
        {
            return null;
        }
        Collection<ChoiceDescription> choices =
        [
            new("&Yes", "Continue the current operation."),
            new("Yes to &All", "Continue the current operation and do not prompt again."),
            new("&Halt Command", "Stop the current operation."),
        ];
        var answer = host.UI.PromptForChoice("Confirm", $"{message}\nContinue with this operation?", choices, 0);
        _yesToAll = answer == YesToAll;
        return answer == Halt ? Stop(message, variable) : null;
    }

    public static ErrorRecord Stop(string message, string variable) =>
        new ActionPreferenceStopException(StopMessage(variable, message)).ErrorRecord;

    public static string StopMessage(string variable, string message) =>
        $"The running command stopped because the preference variable \"{variable}\" or common parameter is set to Stop: "
        + message;
}
