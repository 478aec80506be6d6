namespace System.Management.Automation;

/// <summary>Why <c>ShouldProcess</c> answered as it did.</summary>
[Flags]
public enum ShouldProcessReason
{
    None = 0,
    WhatIf = 1,
}
