using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>What the cmdlets that change something with an impact share: says which things it would have removed.</summary>
public abstract class RemoveThingBase : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string[] Name { get; set; } = ["a", "b", "c"];

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            if (ShouldProcess(name, "Remove"))
            {
                WriteObject(name);
            }
        }
    }
}

[Cmdlet(VerbsCommon.Remove, "HighThing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveHighThingCommand : RemoveThingBase;

[Cmdlet(VerbsCommon.Remove, "MediumThing", SupportsShouldProcess = true)]
public sealed class RemoveMediumThingCommand : RemoveThingBase;

[Cmdlet(VerbsCommon.Remove, "HarmlessThing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.None)]
public sealed class RemoveHarmlessThingCommand : RemoveThingBase;
