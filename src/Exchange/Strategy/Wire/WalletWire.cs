using System.Text.Json.Serialization;
using Exchange.Http;
using Exchange.Strategy.Wallet;

namespace Exchange.Strategy.Wire;

/// <summary>What a sign-in ends with (strategy.md 14.2). What is not named here, such as an API key, is not read.</summary>
internal sealed class SignInWire
{
    [JsonPropertyName("accessToken")]
    public string? AccessToken { get; set; }

    [JsonPropertyName("refreshToken")]
    public string? RefreshToken { get; set; }

    [JsonPropertyName("saTeeId")]
    public string? SaTeeId { get; set; }

    [JsonPropertyName("sessionCert")]
    public string? SessionCert { get; set; }

    [JsonPropertyName("encryptedSessionSk")]
    public string? EncryptedSessionSk { get; set; }

    [JsonPropertyName("sessionKeyExpireAt"), JsonConverter(typeof(FlexibleText))]
    public string? SessionKeyExpireAt { get; set; }

    [JsonPropertyName("projectId"), JsonConverter(typeof(FlexibleText))]
    public string? ProjectId { get; set; }

    [JsonPropertyName("accountId"), JsonConverter(typeof(FlexibleText))]
    public string? AccountId { get; set; }

    [JsonPropertyName("isNew"), JsonConverter(typeof(TruthOrNumber))]
    public bool? IsNew { get; set; }

    [JsonPropertyName("allAccountAddressList")]
    public AccountWire?[]? AllAccountAddressList { get; set; }

    [JsonPropertyName("loginInfo")]
    public LoginInfoWire? LoginInfo { get; set; }
}

internal sealed class LoginInfoWire
{
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("loginType")]
    public string? LoginType { get; set; }
}

internal sealed class RefreshWire
{
    [JsonPropertyName("accessToken")]
    public string? AccessToken { get; set; }

    [JsonPropertyName("refreshToken")]
    public string? RefreshToken { get; set; }

    [JsonPropertyName("chainUpdated"), JsonConverter(typeof(TruthOrNumber))]
    public bool? ChainUpdated { get; set; }

    [JsonPropertyName("allAccountAddressList")]
    public AccountWire?[]? AllAccountAddressList { get; set; }
}

internal sealed class AccountWire
{
    [JsonPropertyName("accountId"), JsonConverter(typeof(FlexibleText))]
    public string? AccountId { get; set; }

    [JsonPropertyName("accountName")]
    public string? AccountName { get; set; }

    [JsonPropertyName("isDefault"), JsonConverter(typeof(TruthOrNumber))]
    public bool? IsDefault { get; set; }

    [JsonPropertyName("addresses")]
    public AddressWire?[]? Addresses { get; set; }

    public WalletAccountRecord ToRecord() =>
        new()
        {
            AccountId = AccountId ?? "",
            AccountName = AccountName ?? "",
            IsDefault = IsDefault == true,
            Addresses =
            [
                .. (Addresses ?? [])
                    .OfType<AddressWire>()
                    .Select(address => new WalletAddressRecord
                    {
                        Address = address.Address ?? "",
                        ChainIndex = address.ChainIndex ?? "",
                    }),
            ],
        };

    public static List<WalletAccountRecord> ToRecords(AccountWire?[]? accounts) =>
        [.. (accounts ?? []).OfType<AccountWire>().Select(account => account.ToRecord())];
}

internal sealed class AddressWire
{
    [JsonPropertyName("address")]
    public string? Address { get; set; }

    [JsonPropertyName("chainIndex"), JsonConverter(typeof(FlexibleText))]
    public string? ChainIndex { get; set; }
}

internal sealed class AddressListWire
{
    [JsonPropertyName("accounts")]
    public AccountWire?[]? Accounts { get; set; }
}

internal sealed class FlowWire
{
    [JsonPropertyName("flowId"), JsonConverter(typeof(FlexibleText))]
    public string? FlowId { get; set; }

    [JsonPropertyName("nonce"), JsonConverter(typeof(FlexibleText))]
    public string? Nonce { get; set; }

    [JsonPropertyName("iss"), JsonConverter(typeof(FlexibleText))]
    public string? Iss { get; set; }
}

/// <summary>A truth value from JSON true, false, 0 or 1, or text that says so.</summary>
internal sealed class TruthOrNumber : JsonConverter<bool?>
{
    public override bool? Read(
        ref System.Text.Json.Utf8JsonReader reader,
        Type typeToConvert,
        System.Text.Json.JsonSerializerOptions options
    ) =>
        reader.TokenType switch
        {
            System.Text.Json.JsonTokenType.True => true,
            System.Text.Json.JsonTokenType.False => false,
            _ => FlexibleText.Of(ref reader) switch
            {
                "1" or "true" => true,
                "0" or "false" => false,
                _ => null,
            },
        };

    public override void Write(
        System.Text.Json.Utf8JsonWriter writer,
        bool? value,
        System.Text.Json.JsonSerializerOptions options
    ) => throw new NotSupportedException("Answers are not written.");
}
