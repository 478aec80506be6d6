using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Intents;

/// <summary>Calls 6 and 7 of strategy.md 2.3: what is to be signed at activation, and its registration.</summary>
internal static class AttestationEndpoints
{
    private const long LifeMs = 2_592_000_000;

    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    public static void Document(Web3Call call)
    {
        string[] documents = [call.Venue.AttestDocument];
        call.Data(wire => wire.Array(documents, wire.Item));
    }

    public static void Register(Web3Call call)
    {
        var body = call.Body();
        var account = call.Account(body.Text("accountId"));
        var timestamp = body.Number("timestamp");
        if (!call.IsNear(timestamp, LargestSkew))
        {
            throw body.Wrong("timestamp", "is not about now");
        }
        if (body.Number("expireTimestamp") != timestamp + LifeMs)
        {
            throw body.Wrong("expireTimestamp", "is not 30 days later");
        }
        if (body.Text("attestDocHex") != call.Venue.AttestDocument)
        {
            throw body.Wrong("attestDocHex", "is not the one that was handed out");
        }
        if (body.Text("sessionCert") != call.Session.SessionCert)
        {
            throw body.Wrong("sessionCert", "is not this session's");
        }
        if (
            !IntentSignature.IsOfBytes(
                body.Text("sessionSig"),
                Decoded(call.Venue.AttestDocument),
                call.Session.PublicKey
            )
        )
        {
            throw new BackendRefusal(100007);
        }
        call.Session.Registered[account.Id] = timestamp + LifeMs;
        call.Data(wire => wire.NullValue());
    }

    // The document itself is signed, not its hex digits.
    private static byte[] Decoded(string hex)
    {
        try
        {
            return Convert.FromHexString(hex.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? hex[2..] : hex);
        }
        catch (FormatException)
        {
            throw new BackendRefusal(100008);
        }
    }
}
