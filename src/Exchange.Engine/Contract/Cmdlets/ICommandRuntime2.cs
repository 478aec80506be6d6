#nullable disable
namespace System.Management.Automation;

/// <summary>A command runtime with an information stream.</summary>
public interface ICommandRuntime2 : ICommandRuntime
{
    void WriteInformation(InformationRecord informationRecord);

    bool ShouldContinue(string query, string caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll);
}
