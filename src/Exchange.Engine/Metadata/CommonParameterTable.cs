using System.Management.Automation;

namespace Exchange.Engine;

/// <summary>The parameters that every cmdlet has, and the two of those that can change something.</summary>
internal static class CommonParameterTable
{
    private static readonly CmdletParameter[] Always =
    [
        CmdletParameter.Common("Verbose", typeof(SwitchParameter), "vb"),
        CmdletParameter.Common("Debug", typeof(SwitchParameter), "db"),
        CmdletParameter.Common("ErrorAction", typeof(ActionPreference), "ea"),
        CmdletParameter.Common("WarningAction", typeof(ActionPreference), "wa"),
        CmdletParameter.Common("InformationAction", typeof(ActionPreference), "infa"),
        CmdletParameter.Common("ProgressAction", typeof(ActionPreference), "proga"),
        CmdletParameter.Common("ErrorVariable", typeof(string), "ev"),
        CmdletParameter.Common("WarningVariable", typeof(string), "wv"),
        CmdletParameter.Common("InformationVariable", typeof(string), "iv"),
        CmdletParameter.Common("OutVariable", typeof(string), "ov"),
        // Bound and without effect: it delays output in PowerShell, and here every object goes on at once.
        CmdletParameter.Common("OutBuffer", typeof(int), "ob"),
        CmdletParameter.Common("PipelineVariable", typeof(string), "pv"),
    ];

    private static readonly CmdletParameter[] Optional =
    [
        CmdletParameter.Common("WhatIf", typeof(SwitchParameter), "wi"),
        CmdletParameter.Common("Confirm", typeof(SwitchParameter), "cf"),
    ];

    public static IEnumerable<CmdletParameter> For(CmdletMetadata cmdlet) =>
        cmdlet.SupportsShouldProcess ? [.. Optional, .. Always] : Always;

    public static HashSet<string> Names() => NamesOf(Always);

    public static HashSet<string> OptionalNames() => NamesOf(Optional);

    private static HashSet<string> NamesOf(CmdletParameter[] parameters) =>
        parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
