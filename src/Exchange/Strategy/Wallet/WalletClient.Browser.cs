using System.Security.Cryptography;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy.Wallet;

/// <content>Signing in on a web page (strategy.md 14.2): the page is opened elsewhere, and asked about here until it is done.</content>
public sealed partial class WalletClient
{
    private const int MostFailures = 5;
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromSeconds(3);

    /// <summary>The shortest time that is waited for a person.</summary>
    public const int LeastTimeoutSeconds = 10;

    /// <summary>The page to open. One that was not finished is taken up again, unless a new one is asked for.</summary>
    public async Task<Uri> BeginAsync(bool anew, CancellationToken cancel)
    {
        PendingSignIn? pending = null;
        if (!anew)
        {
            pending = ReadableOrNull()?.Pending;
        }
        if (pending is not { AuthSessionId.Length: > 0, SessionKey.Length: > 0 })
        {
            pending = new PendingSignIn { AuthSessionId = Guid.NewGuid().ToString("D"), SessionKey = FreshBytes(32) };
            await KeepPendingAsync(pending, cancel).ConfigureAwait(false);
        }
        var key = Uri.EscapeDataString(PublicKeyOf(pending.SessionKey));
        CryptographicOperations.ZeroMemory(pending.SessionKey);
        return new Uri(
            _connection.Address.AbsoluteUri.TrimEnd('/')
                + $"/account/sociallogin?authSessionId={pending.AuthSessionId}&tempPubKey={key}&clientType=agent-cli"
        );
    }

    /// <summary>Waits until the page was finished, and keeps the session.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.SignInTimedOut</c>: the page can still be finished, and asked about again;
    /// <c>Wallet.SignInFailed</c>.</exception>
    public async Task CompleteAsync(TimeSpan timeout, CancellationToken cancel)
    {
        var pending = ReadableOrNull()?.Pending ?? throw WalletError.NotLoggedIn();
        var answer = await PollAsync(pending.AuthSessionId, timeout, cancel).ConfigureAwait(false);
        await KeepAsync(answer, pending.SessionKey, "", cancel).ConfigureAwait(false);
        CryptographicOperations.ZeroMemory(pending.SessionKey);
    }

    private async Task<SignInWire> PollAsync(string id, TimeSpan timeout, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        var failures = 0;
        while (true)
        {
            try
            {
                if (await PollOnceAsync(id, cancel).ConfigureAwait(false) is { AccessToken.Length: > 0 } done)
                {
                    return done;
                }
                failures = 0;
            }
            catch (ExchangeException trouble) when (trouble.ServiceCode is null)
            {
                if (++failures == MostFailures)
                {
                    throw Failed(trouble);
                }
            }
            catch (ExchangeException refused) when (BackendCodes.Of(refused) == BackendCodes.SignInPending)
            {
                failures = 0;
            }
            catch (ExchangeException refused)
            {
                await KeepPendingAsync(null, CancellationToken.None).ConfigureAwait(false);
                throw Failed(refused);
            }
            if (_clock.GetElapsedTime(started) + BetweenPolls > timeout)
            {
                throw TimedOut(timeout);
            }
            await Task.Delay(BetweenPolls, _clock, cancel).ConfigureAwait(false);
        }
    }

    private Task<SignInWire?> PollOnceAsync(string id, CancellationToken cancel) =>
        _channel.SendAsync(
            StrategyEndpoints.SessionResult.Request(Body(json => json.WriteString("authSessionId", id))),
            StrategyJson.Default.SignIn,
            answer => answer.Data?.FirstOrDefault(),
            cancel
        );

    // The page belongs to a sign-in that may come; the session that is there stays until then.
    private async Task KeepPendingAsync(PendingSignIn? pending, CancellationToken cancel)
    {
        try
        {
            await _channel
                .Store.ChangeAsync(
                    record =>
                    {
                        var kept = record ?? new WalletRecord();
                        kept.Pending = pending;
                        return Task.FromResult<WalletRecord?>(pending is null && !kept.HasSession ? null : kept);
                    },
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (ExchangeException unreadable) when (unreadable.ErrorId == "Wallet.CredentialsUnreadable")
        {
            // Whoever signs in anew has no use for what cannot be read.
            await _channel.Store.ReplaceAsync(new WalletRecord { Pending = pending }, cancel).ConfigureAwait(false);
        }
    }

    private WalletRecord? ReadableOrNull()
    {
        try
        {
            return _channel.Store.Read();
        }
        catch (ExchangeException unreadable) when (unreadable.ErrorId == "Wallet.CredentialsUnreadable")
        {
            return null;
        }
    }

    private static ExchangeException Failed(ExchangeException trouble) =>
        new("Wallet.SignInFailed", trouble.Kind, $"The sign-in failed: {trouble.Message}", trouble)
        {
            ServiceCode = trouble.ServiceCode,
            HttpStatus = trouble.HttpStatus,
            Remedy = "Run Connect-AgenticWallet again.",
        };

    private static ExchangeException TimedOut(TimeSpan timeout) =>
        new(
            "Wallet.SignInTimedOut",
            ErrorKind.Timeout,
            $"The page was not finished within {timeout.TotalSeconds:0} seconds."
        )
        {
            Remedy = "Finish the page, then run Connect-AgenticWallet again; with -Force for a new page.",
        };
}
