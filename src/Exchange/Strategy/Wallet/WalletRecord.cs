using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Exchange.Strategy.Wallet;

/// <summary>
/// The wallet's session as it is kept, sealed (strategy.md 14.5). A class that prints nothing of itself: most of it is secret.
/// </summary>
[DebuggerDisplay("***")]
internal sealed class WalletRecord
{
    /// <summary>Where it was made: a token is never sent anywhere else.</summary>
    public string Endpoint { get; set; } = "";

    public string AccessToken { get; set; } = "";

    public string RefreshToken { get; set; } = "";

    /// <summary>The private key of the sign-in, 32 bytes; as bytes, so that it can be overwritten after use.</summary>
    public byte[] SessionKey { get; set; } = [];

    public string SaTeeId { get; set; } = "";

    public string SessionCert { get; set; } = "";

    public string EncryptedSessionSk { get; set; } = "";

    /// <summary>Unix seconds, as text.</summary>
    public string SessionKeyExpireAt { get; set; } = "";

    public string Email { get; set; } = "";

    public string LoginType { get; set; } = "";

    public bool IsNew { get; set; }

    public string ProjectId { get; set; } = "";

    public string SelectedAccountId { get; set; } = "";

    public List<WalletAccountRecord> Accounts { get; set; } = [];

    /// <summary>A sign-in in a browser that has not ended; it can be taken up again.</summary>
    public PendingSignIn? Pending { get; set; }

    /// <summary>True when somebody is signed in, or was.</summary>
    [JsonIgnore]
    public bool HasSession => AccessToken.Length > 0 || RefreshToken.Length > 0 || SessionKeyExpireAt.Length > 0;

    /// <summary>False when a member that is always written is null: JSON can hold what the types rule out.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        !new object?[]
        {
            Endpoint,
            AccessToken,
            RefreshToken,
            SessionKey,
            SaTeeId,
            SessionCert,
            EncryptedSessionSk,
            SessionKeyExpireAt,
            Email,
            LoginType,
            ProjectId,
            SelectedAccountId,
            Accounts,
        }.Contains(null)
        && Accounts.TrueForAll(account =>
            account is { AccountId: not null, AccountName: not null, Addresses: not null }
            && account.Addresses.TrueForAll(address => address is { Address: not null, ChainIndex: not null })
        )
        && Pending is null or { AuthSessionId: not null, SessionKey: not null };

    /// <summary>Always masked.</summary>
    public override string ToString() => Storage.Secret.Mask;
}

/// <summary>One account of the wallet, with its addresses.</summary>
internal sealed class WalletAccountRecord
{
    public string AccountId { get; set; } = "";

    public string AccountName { get; set; } = "";

    public bool IsDefault { get; set; }

    public List<WalletAddressRecord> Addresses { get; set; } = [];
}

/// <summary>One address of an account.</summary>
internal sealed class WalletAddressRecord
{
    public string Address { get; set; } = "";

    public string ChainIndex { get; set; } = "";
}

/// <summary>What a sign-in in a browser needs to come to its end.</summary>
[DebuggerDisplay("***")]
internal sealed class PendingSignIn
{
    public string AuthSessionId { get; set; } = "";

    public byte[] SessionKey { get; set; } = [];

    public override string ToString() => Storage.Secret.Mask;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WalletRecord))]
internal sealed partial class WalletRecordJson : JsonSerializerContext;
