namespace System.Management.Automation;

/// <summary>Approved verbs that fit no other group.</summary>
public static class VerbsOther
{
    public const string Use = "Use";
}
