using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Keeps a member out of listings.</summary>
[AttributeUsage(
    AttributeTargets.Constructor
        | AttributeTargets.Method
        | AttributeTargets.Property
        | AttributeTargets.Field
        | AttributeTargets.Event
)]
public sealed class HiddenAttribute : ParsingBaseAttribute;
