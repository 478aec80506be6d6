using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine.Binding;

/// <summary>Asks for one secret without showing it.</summary>
internal static class SecretPrompt
{
    public static object Ask(CmdletParameter parameter, PSHostUserInterface ui)
    {
        var field = new FieldDescription(parameter.Name) { HelpMessage = parameter.HelpMessage };
        field.SetParameterType(parameter.ElementType);
        return ui.Prompt("", "", [field])[parameter.Name].BaseObject;
    }
}
