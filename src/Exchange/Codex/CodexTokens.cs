using System.Diagnostics;

namespace Exchange.Codex;

/// <summary>What a token endpoint gave. Prints none of it.</summary>
[DebuggerDisplay("***")]
internal sealed class CodexTokens(string access, string? refresh, long expires, string? accountId)
{
    /// <summary>A JWT.</summary>
    public string Access { get; } = access;

    /// <summary>Opaque; null when a refresh kept the one there was.</summary>
    public string? Refresh { get; } = refresh;

    /// <summary>Unix ms.</summary>
    public long Expires { get; } = expires;

    public string? AccountId { get; } = accountId;

    public override string ToString() => Storage.Secret.Mask;
}
