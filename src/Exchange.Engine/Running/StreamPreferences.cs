using System.Globalization;
using System.Management.Automation;

namespace Exchange.Engine;

/// <summary>What a cmdlet does with each stream: as its common parameters say, else as the session's variables do.</summary>
internal sealed class StreamPreferences(
    IReadOnlyDictionary<string, object> bound,
    IDictionary<string, object?> variables
)
{
    public ActionPreference Error => Action("ErrorAction", "ErrorActionPreference", ActionPreference.Continue);

    public ActionPreference Warning => Action("WarningAction", "WarningPreference", ActionPreference.Continue);

    public ActionPreference Information =>
        Action("InformationAction", "InformationPreference", ActionPreference.SilentlyContinue);

    public ActionPreference Progress => Action("ProgressAction", "ProgressPreference", ActionPreference.Continue);

    public ActionPreference Verbose => BySwitch("Verbose", "VerbosePreference");

    public ActionPreference Debug => BySwitch("Debug", "DebugPreference");

    public bool WhatIf => Switch("WhatIf") ?? LanguagePrimitives.IsTrue(Variable("WhatIfPreference"));

    /// <summary>The least impact that is asked about; <see cref="ConfirmImpact.None"/> for none.</summary>
    public ConfirmImpact Confirm =>
        Switch("Confirm") switch
        {
            true => ConfirmImpact.Low,
            false => ConfirmImpact.None,
            null => Known(Variable("ConfirmPreference"), ConfirmImpact.High),
        };

    /// <summary>The name that a parameter such as <c>-ErrorVariable</c> gives; null if it is not given.</summary>
    public string? VariableName(string parameter) => bound.GetValueOrDefault(parameter) as string;

    private ActionPreference Action(string parameter, string variable, ActionPreference otherwise) =>
        bound.TryGetValue(parameter, out var given) ? (ActionPreference)given : Known(Variable(variable), otherwise);

    private ActionPreference BySwitch(string parameter, string variable) =>
        Switch(parameter) switch
        {
            true => ActionPreference.Continue,
            false => ActionPreference.SilentlyContinue,
            null => Known(Variable(variable), ActionPreference.SilentlyContinue),
        };

    private bool? Switch(string parameter) =>
        bound.TryGetValue(parameter, out var given) && given is SwitchParameter present ? present.IsPresent : null;

    private object? Variable(string name) =>
        variables.TryGetValue(name, out var value)
            ? value is PSVariable variable
                ? variable.Value
                : value
            : null;

    private static T Known<T>(object? value, T otherwise) =>
        value is not null && LanguagePrimitives.TryConvertTo<T>(value, CultureInfo.InvariantCulture, out var known)
            ? known
            : otherwise;
}
