using Exchange.Http;
using Exchange.Strategy.Signing;
using Exchange.Strategy.Wallet;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy;

/// <content>What the client does by itself about a refusal: what the contract allows by name, once each (strategy.md 8, 12).</content>
public sealed partial class StrategyClient
{
    private static readonly TimeSpan BeforeRepeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ActivationLasts = TimeSpan.FromDays(30);

    // Only what the service refused is repeated, so that nothing can happen twice.
    private async Task<T> WithRemediesAsync<T>(
        string accountId,
        bool mayActivate,
        Func<Task<T>> send,
        CancellationToken cancel
    )
    {
        var isActivated = false;
        var isRepeated = false;
        while (true)
        {
            BackendRetry remedy;
            try
            {
                return await send().ConfigureAwait(false);
            }
            catch (ExchangeException refused) when (!refused.OutcomeUnknown)
            {
                remedy =
                    BackendCodes.Of(refused) is { } code && BackendCodes.Find(code) is { } row
                        ? row.Retry
                        : BackendRetry.No;
                var isHandled =
                    (remedy == BackendRetry.AfterActivation && mayActivate && !isActivated)
                    || (remedy == BackendRetry.Once && !isRepeated);
                if (!isHandled)
                {
                    throw;
                }
            }
            if (remedy == BackendRetry.AfterActivation)
            {
                isActivated = true;
                await ActivateAsync(accountId, cancel).ConfigureAwait(false);
                continue;
            }
            isRepeated = true;
            await Task.Delay(BeforeRepeat, _clock, cancel).ConfigureAwait(false);
        }
    }

    // strategy.md 8: the enclave's document is signed as its bytes, registered, and told of in one line.
    private async Task ActivateAsync(string accountId, CancellationToken cancel)
    {
        try
        {
            var document = await _channel
                .SendAsync(
                    StrategyEndpoints.AttestDoc.Request(),
                    StrategyJson.Default.Texts,
                    answer => answer.Data?.FirstOrDefault(),
                    cancel
                )
                .ConfigureAwait(false);
            var bytes = AttestationDocument.Read(document) ?? throw NotADocument();
            var session = await _channel.RequireSessionAsync(cancel).ConfigureAwait(false);
            await _channel
                .SendAsync(
                    StrategyEndpoints.RegisterTee.Request(ActivationBody(accountId, document!, bytes, session)),
                    StrategyJson.Default.Anything,
                    _ => true,
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            throw new ExchangeException(
                "Strategy.ActivationFailed",
                trouble.Kind,
                $"Trader Mode could not be activated, so nothing was done: {trouble.Message}",
                trouble
            )
            {
                ServiceCode = trouble.ServiceCode,
                HttpStatus = trouble.HttpStatus,
                Call = trouble.Call,
                Endpoint = trouble.Endpoint,
                Remedy = "Check Get-AgenticWallet; sign in again with Connect-AgenticWallet if the session is old.",
            };
        }
        _tell(StrategyWording.TraderModeActivated);
    }

    private byte[] ActivationBody(string accountId, string document, byte[] bytes, WalletRecord session)
    {
        var now = _clock.GetUtcNow();
        using var seed = SessionSeed.Of(session);
        var signature = seed.SignDocument(bytes);
        return CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("accountId", accountId);
            json.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
            json.WriteNumber("expireTimestamp", (now + ActivationLasts).ToUnixTimeMilliseconds());
            json.WriteString("attestDocHex", document);
            json.WriteString("sessionCert", session.SessionCert);
            json.WriteString("sessionSig", signature);
            json.WriteEndObject();
        });
    }

    private static ExchangeException NotADocument() =>
        new(
            "Strategy.ActivationFailed",
            ErrorKind.InvalidReply,
            "The service's attestation is not a document that may be signed."
        );
}
