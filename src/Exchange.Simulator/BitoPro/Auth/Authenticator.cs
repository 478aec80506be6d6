using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Auth;

/// <summary>Finds out who signed a request (bitopro.md 1.3, 1.4, 1.6).</summary>
internal sealed class Authenticator(
    IReadOnlyDictionary<string, Account> byKey,
    SimulatorClock clock,
    TimeSpan tolerance
)
{
    /// <summary>The account whose key signed the call.</summary>
    /// <exception cref="Refusal">401 key or signature, 400 body, 403 permission, 409 nonce.</exception>
    public Account Authenticate(Call call, SimulatorPermissions needed)
    {
        var key = Header(call, "X-BITOPRO-APIKEY");
        var payload = Header(call, "X-BITOPRO-PAYLOAD");
        var signature = Header(call, "X-BITOPRO-SIGNATURE");
        if (!byKey.TryGetValue(key, out var account))
        {
            throw new Refusal(401, "Invalid API key");
        }
        var signed = SignatureCheck.Verify(payload, signature, account.Secret);
        var hasBody = call.Method is "POST" or "PUT";
        if (hasBody && !call.Body.Span.SequenceEqual(signed))
        {
            throw new Refusal(400, "Invalid body");
        }
        CheckNonce(call, account, PayloadNonce.Read(signed), isRequired: !hasBody);
        if ((account.Options.Permissions & needed) != needed)
        {
            throw new Refusal(403, "Permission denied");
        }
        call.AccountName = account.Name;
        return account;
    }

    private void CheckNonce(Call call, Account account, long? nonce, bool isRequired)
    {
        if (nonce is not { } value)
        {
            if (isRequired)
            {
                throw Refusal.WrongParameter("nonce");
            }
            return;
        }
        if (!IsNear(value, call.NowMs) && !IsNear(value, SourceMs(call)))
        {
            throw new Refusal(409, "Nonce is too far from the server's time");
        }
        if (!account.Nonces.Accept(value))
        {
            throw new Refusal(409, "Duplicate nonce");
        }
    }

    // A client that runs on the real time keeps working when only the venue's clock was moved. A skew fault moves both.
    private long SourceMs(Call call) => clock.SourceNow.ToUnixTimeMilliseconds() + (call.NowMs - clock.NowMs);

    private bool IsNear(long nonce, long nowMs) => Math.Abs(nonce - nowMs) <= tolerance.TotalMilliseconds;

    private static string Header(Call call, string name) =>
        call.Headers[name] is { Length: > 0 } value ? value : throw new Refusal(401, $"Missing {name}");
}
