using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>The questions of <c>ShouldProcess</c> and <c>ShouldContinue</c>, and what has been answered for good.</summary>
internal sealed class Confirmation(
    CmdletMetadata metadata,
    StreamPreferences preferences,
    PSHost host,
    Action<string> verbose
)
{
    private const int Yes = 0;
    private const int YesToAll = 1;
    private const int No = 2;
    private const int NoToAll = 3;

    private bool? _answeredForAll;

    public bool ShouldProcess(string target) => ShouldProcess(target, metadata.Name);

    public bool ShouldProcess(string target, string action)
    {
        var description = $"Performing the operation \"{action}\" on target \"{target}\".";
        return ShouldProcess(description, verboseWarning: null, caption: null, out _);
    }

    public bool ShouldProcess(
        string description,
        string? verboseWarning,
        string? caption,
        out ShouldProcessReason reason
    )
    {
        reason = ShouldProcessReason.None;
        if (_answeredForAll is { } answered)
        {
            return answered;
        }
        if (preferences.WhatIf)
        {
            reason = ShouldProcessReason.WhatIf;
            host.UI.WriteLine($"What if: {description}");
            return false;
        }
        if (preferences.Confirm == ConfirmImpact.None || preferences.Confirm > metadata.ConfirmImpact)
        {
            verbose(description);
            return true;
        }
        return Ask(
            string.IsNullOrEmpty(caption) ? "Confirm" : caption,
            string.IsNullOrEmpty(verboseWarning)
                ? $"Are you sure you want to perform this action?\n{description}"
                : verboseWarning
        );
    }

    public bool ShouldContinue(string query, string caption) => Put(caption, query, withAll: false, Yes) == Yes;

    public bool ShouldContinue(
        string query,
        string caption,
        bool hasSecurityImpact,
        ref bool yesToAll,
        ref bool noToAll
    )
    {
        if (yesToAll || noToAll)
        {
            return yesToAll;
        }
        var answer = Put(caption, query, withAll: true, hasSecurityImpact ? No : Yes);
        yesToAll = answer == YesToAll;
        noToAll = answer == NoToAll;
        return answer is Yes or YesToAll;
    }

    private bool Ask(string caption, string message)
    {
        var answer = Put(caption, message, withAll: true, Yes);
        _answeredForAll = answer switch
        {
            YesToAll => true,
            NoToAll => false,
            _ => null,
        };
        return answer is Yes or YesToAll;
    }

    private int Put(string caption, string message, bool withAll, int byDefault)
    {
        var yes = new ChoiceDescription("&Yes", "Continue with only the next step of the operation.");
        var no = new ChoiceDescription("&No", "Skip this operation and proceed with the next operation.");
        if (!withAll)
        {
            return host.UI.PromptForChoice(caption, message, [yes, no], byDefault) == 0 ? Yes : No;
        }
        Collection<ChoiceDescription> choices =
        [
            yes,
            new("Yes to &All", "Continue with all the steps of the operation."),
            no,
            new("No to A&ll", "Skip this operation and all subsequent operations."),
        ];
        return host.UI.PromptForChoice(caption, message, choices, byDefault);
    }
}
