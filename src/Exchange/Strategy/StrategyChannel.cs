using System.Text.Json.Serialization.Metadata;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Strategy.Wallet;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy;

/// <summary>
/// The one way by which requests of this service leave: with a session that lives, renewed when it must be, and once more when
/// the service did not take its token (strategy.md 2.2, 14.4).
/// </summary>
internal sealed class StrategyChannel
{
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(60);

    private readonly ApiClient _api;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;
    private volatile WalletRecord? _record;
    private int _hasToldSkew;

    public StrategyChannel(
        StrategyConnection connection,
        StateFolder folder,
        ReadCorridor corridor,
        ApiListener listener
    )
    {
        _clock = corridor.Clock;
        _warn = listener.Warn;
        Store = new WalletStore(folder, connection.Address);
        Endpoints = new StrategyEndpoints(connection.StrategyPrefix);
        var service = new ApiService("Strategy", connection.Address, ErrorIn) { IdOf = StrategyErrors.IdOf };
        var signer = new StrategySigner(connection, AccessToken, () => _record?.SelectedAccountId, _clock);
        _api = corridor.ClientOf(service, signer, listener);
    }

    public WalletStore Store { get; }

    public StrategyEndpoints Endpoints { get; }

    /// <summary>A session that lives and whose token can be used.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.NotLoggedIn</c>, <c>Wallet.SessionExpired</c>, <c>Wallet.CredentialsUnreadable</c>,
    /// or why it could not be renewed.</exception>
    public async Task<WalletRecord> RequireSessionAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var record = SessionRules.Check(Store.Read(), _clock.GetUtcNow());
        return _record = SessionRules.IsFresh(record, _clock.GetUtcNow())
            ? record
            : await RenewAsync(record.AccessToken, cancel).ConfigureAwait(false);
    }

    /// <summary>Sends with the session; once more with a new token when the service did not take the old one.</summary>
    public async Task<T> SendAsync<TWire, T>(
        ApiRequest request,
        JsonTypeInfo<TWire> type,
        Func<TWire, T> map,
        CancellationToken cancel
    )
        where TWire : class
    {
        var session = request.IsPrivate
            ? await RequireSessionAsync(cancel).ConfigureAwait(false)
            : await SessionForMarketAsync(request, cancel).ConfigureAwait(false);
        try
        {
            return await _api.SendAsync(request, type, map, cancel).ConfigureAwait(false);
        }
        catch (ExchangeException refused) when (session is not null && StrategyErrors.IsTokenRefused(refused))
        {
            _record = await RenewAsync(session.AccessToken, cancel).ConfigureAwait(false);
            return await _api.SendAsync(request, type, map, cancel).ConfigureAwait(false);
        }
    }

    // strategy.md 2.1: a session that cannot be used leaves look-ups of the market to the API key, or to nobody.
    private async Task<WalletRecord?> SessionForMarketAsync(ApiRequest request, CancellationToken cancel)
    {
        if (StrategyEndpoints.AuthOf(request) != StrategyAuth.Market)
        {
            return null;
        }
        try
        {
            return await RequireSessionAsync(cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (trouble.ErrorId.StartsWith("Wallet.", StringComparison.Ordinal))
        {
            return _record = null;
        }
    }

    // The service takes a refresh token once. Whoever renews holds the store, so that no other process uses the same one;
    // and is not stopped half-way, so that the new pair is kept.
    private async Task<WalletRecord> RenewAsync(string stale, CancellationToken cancel)
    {
        var renewed = await Store
            .ChangeAsync(
                async record =>
                {
                    var current = SessionRules.Check(record, _clock.GetUtcNow());
                    var isRenewedElsewhere =
                        current.AccessToken != stale && SessionRules.IsFresh(current, _clock.GetUtcNow());
                    return isRenewedElsewhere ? current : await RefreshedAsync(current).ConfigureAwait(false);
                },
                cancel
            )
            .ConfigureAwait(false);
        return renewed!;
    }

    private async Task<WalletRecord> RefreshedAsync(WalletRecord record)
    {
        var body = CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("refreshToken", record.RefreshToken);
            json.WriteEndObject();
        });
        RefreshWire? pair;
        try
        {
            pair = await _api.SendAsync(
                    StrategyEndpoints.Refresh.Request(body),
                    StrategyJson.Default.Refreshed,
                    answer => answer.Data?.FirstOrDefault(),
                    CancellationToken.None
                )
                .ConfigureAwait(false);
        }
        catch (ExchangeException refused) when (refused.ServiceCode is not null)
        {
            throw WalletError.SessionExpired(refused);
        }
        if (pair is not { AccessToken.Length: > 0, RefreshToken.Length: > 0 })
        {
            throw WalletError.SessionExpired();
        }
        record.AccessToken = pair.AccessToken;
        record.RefreshToken = pair.RefreshToken;
        if (pair is { ChainUpdated: true, AllAccountAddressList.Length: > 0 })
        {
            record.Accounts = AccountWire.ToRecords(pair.AllAccountAddressList);
        }
        return record;
    }

    private Secret? AccessToken() =>
        _record is { AccessToken.Length: > 0 } record ? Secret.From(record.AccessToken) : null;

    private ServiceError? ErrorIn(ApiRequest request, ApiReply reply)
    {
        // strategy.md 17.2, Q8: how much the clocks may differ is not known; a signed time that is far off may be refused.
        if (
            reply.Date is { } theirs
            && (theirs - _clock.GetUtcNow()).Duration() > TolerableSkew
            && Interlocked.Exchange(ref _hasToldSkew, 1) == 0
        )
        {
            _warn(
                $"This machine's clock differs from the service's by {(theirs - _clock.GetUtcNow()).TotalSeconds:0} s."
            );
        }
        return StrategyErrors.In(request, reply);
    }
}
