namespace Exchange.Okx;

/// <summary>Who signs in (okx-account.md section 7).</summary>
public enum OkxAuthProvider
{
    /// <summary>This module, with a session of its own.</summary>
    Builtin,

    /// <summary>The vendor's own program, which is started for it and keeps a session that only it can use.</summary>
    External,
}
