using System.Security.Cryptography;
using Exchange.Cryptography;
using Exchange.Http;
using Exchange.Strategy.Signing;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy.Wallet;

/// <summary>
/// Signing in to the agentic wallet, showing it, and forgetting it (strategy.md 14). A sign-in makes a key pair whose private half
/// stays here, and opens with it the session key that the service made.
/// </summary>
public sealed partial class WalletClient
{
    private readonly StrategyConnection _connection;
    private readonly StrategyChannel _channel;
    private readonly TimeProvider _clock;

    internal WalletClient(StrategyConnection connection, StrategyChannel channel, TimeProvider clock)
    {
        _connection = connection;
        _channel = channel;
        _clock = clock;
    }

    /// <summary>Fresh bytes for private keys.</summary>
    private Func<int, byte[]> FreshBytes { get; init; } = RandomNumberGenerator.GetBytes;

    /// <summary>The same, with a known private key in place of fresh ones.</summary>
    internal WalletClient WithKey(byte[] key) => new(_connection, _channel, _clock) { FreshBytes = _ => [.. key] };

    /// <summary>The active account or every account of the wallet, from what is kept here. Sends nothing.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.CredentialsUnreadable</c></exception>
    public IReadOnlyList<AgenticWallet> Show(bool everyAccount, string? accountId)
    {
        var record = _channel.Store.Read();
        if (record is not { HasSession: true })
        {
            return [new AgenticWallet { LoggedIn = false, Endpoint = _connection.Address }];
        }
        if (record.Accounts.Count == 0)
        {
            return [ShownOf(record, null, isActive: true)];
        }
        var active = WalletAccount.Of(record, null);
        var shown = everyAccount ? WalletAccount.All(record) : [WalletAccount.Of(record, accountId)];
        return [.. shown.Select(account => ShownOf(record, account, account.AccountId == active.AccountId))];
    }

    /// <summary>Makes an account the one that is used when none is named. Sends nothing.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.NotLoggedIn</c>, <c>Wallet.UnknownAccount</c></exception>
    public Task SelectAsync(string accountId, CancellationToken cancel) =>
        _channel.Store.ChangeAsync(
            record =>
            {
                var known = record is { HasSession: true } ? record : throw WalletError.NotLoggedIn();
                known.SelectedAccountId = WalletAccount.Of(known, accountId).AccountId;
                return Task.FromResult<WalletRecord?>(known);
            },
            cancel
        );

    /// <summary>Forgets the session here; the service is not told. True when there was one.</summary>
    public Task<bool> ForgetAsync(CancellationToken cancel) => _channel.Store.DeleteAsync(cancel);

    private AgenticWallet ShownOf(WalletRecord record, WalletAccount? account, bool isActive)
    {
        var lives = SessionRules.Lives(record, _clock.GetUtcNow());
        return new AgenticWallet
        {
            LoggedIn = lives,
            Email = MaskedEmail(record.Email),
            LoginType = record.LoginType.Length > 0 ? record.LoginType : null,
            AccountId = account?.AccountId,
            AccountName = account?.AccountName,
            IsActive = isActive,
            AccountCount = record.Accounts.Count,
            EvmAddress = account?.EvmAddress,
            SolAddress = account?.SolAddress,
            SessionExpiresAt = SessionRules.KeyEnds(record),
            CanPlaceOrders = lives && record.SaTeeId.Length > 0,
            Endpoint = _connection.Address,
        };
    }

    private static string? MaskedEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return email.Length == 0 ? null
            : at <= 0 ? Storage.Secret.Mask
            : $"{email[0]}***{email[at..]}";
    }

    // A sign-in of anybody replaces everything (strategy.md 14.5).
    private async Task KeepAsync(SignInWire answer, byte[] sessionKey, string loginType, CancellationToken cancel)
    {
        var record = new WalletRecord
        {
            AccessToken = answer.AccessToken ?? "",
            RefreshToken = answer.RefreshToken ?? "",
            SessionKey = [.. sessionKey],
            SaTeeId = answer.SaTeeId ?? "",
            SessionCert = answer.SessionCert ?? "",
            EncryptedSessionSk = answer.EncryptedSessionSk ?? "",
            SessionKeyExpireAt = answer.SessionKeyExpireAt ?? "",
            Email = answer.LoginInfo?.Email ?? "",
            LoginType = answer.LoginInfo?.LoginType is { Length: > 0 } type ? type : loginType,
            IsNew = answer.IsNew == true,
            ProjectId = answer.ProjectId ?? "",
            SelectedAccountId = answer.AccountId ?? "",
            Accounts = AccountWire.ToRecords(answer.AllAccountAddressList),
        };
        if (record.EncryptedSessionSk.Length > 0)
        {
            // A session key that cannot be opened is of no use; better to hear of it now than at the first order.
            using var seed = SessionSeed.Open(sessionKey, record.EncryptedSessionSk);
        }
        await _channel.Store.ReplaceAsync(record, cancel).ConfigureAwait(false);
        CryptographicOperations.ZeroMemory(record.SessionKey);
        if (record.Accounts.Count == 0)
        {
            await FetchAccountsAsync(record.ProjectId, cancel).ConfigureAwait(false);
        }
    }

    // strategy.md 14.2-4.
    private async Task FetchAccountsAsync(string projectId, CancellationToken cancel)
    {
        var accounts = await _channel
            .SendAsync(
                StrategyEndpoints.Accounts.Request(Body(json => json.WriteString("projectId", projectId))),
                StrategyJson.Default.Accounts,
                answer => AccountWire.ToRecords(answer.Data),
                cancel
            )
            .ConfigureAwait(false);
        var addresses = await _channel
            .SendAsync(
                StrategyEndpoints.Addresses.Request(
                    Body(json =>
                    {
                        json.WriteStartArray("accountIds");
                        accounts.ForEach(account => json.WriteStringValue(account.AccountId));
                        json.WriteEndArray();
                    })
                ),
                StrategyJson.Default.Addresses,
                answer => AccountWire.ToRecords(answer.Data?.FirstOrDefault()?.Accounts),
                cancel
            )
            .ConfigureAwait(false);
        foreach (var account in accounts)
        {
            account.Addresses = addresses.Find(other => other.AccountId == account.AccountId)?.Addresses ?? [];
        }
        await _channel
            .Store.ChangeAsync(
                record =>
                {
                    var known = record ?? throw WalletError.NotLoggedIn();
                    known.Accounts = accounts;
                    return Task.FromResult<WalletRecord?>(known);
                },
                cancel
            )
            .ConfigureAwait(false);
    }

    private static string PublicKeyOf(byte[] sessionKey) => Convert.ToBase64String(X25519.PublicKeyOf(sessionKey));

    private static byte[] Body(Action<System.Text.Json.Utf8JsonWriter> write) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        });
}
