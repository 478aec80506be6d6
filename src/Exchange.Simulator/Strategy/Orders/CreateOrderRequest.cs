using System.Globalization;
using Exchange.Simulator.Strategy.Intents;
using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wallet;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>The body of createOrder, every field checked against the contract and against the text that was signed (strategy.md 2.5, 7.7).</summary>
internal sealed record CreateOrderRequest
{
    private const string StrategyTypeText = "LimitOrderUbased";

    public required Chain Chain { get; init; }

    public required string WalletAddress { get; init; }

    public required string FromAddress { get; init; }

    public required string ToAddress { get; init; }

    public required Token From { get; init; }

    public required Token To { get; init; }

    public required string AmountText { get; init; }

    public required string TriggerText { get; init; }

    public required decimal Slippage { get; init; }

    public required int Type { get; init; }

    public required long ExpiresMs { get; init; }

    public required SignedIntent Signed { get; init; }

    public decimal Amount => Plain(AmountText) ?? 0;

    /// <exception cref="BackendRefusal">100 names the field; 10106 for a chain that is not supported.</exception>
    public static CreateOrderRequest Read(StrictFields body)
    {
        body.MustLack("accountId", "sessionCert", "sessionSig", "teeId", "encoding", "intentData", "referralCode");
        var chain = Chain.Find(body.Text("chainId")) ?? throw new BackendRefusal(10106);
        var rule = body.Object("rule");
        rule.MustLack("toAmount", "exChangeRate", "minReturnAmount", "triggerMarketCapacity");
        var (from, to) = (rule.Text("fromTokenAddress"), rule.Text("toTokenAddress"));
        var type = TypeOf(body);
        DemandConstant(body, "sourceType", 4);
        var request = new CreateOrderRequest
        {
            Chain = chain,
            WalletAddress = body.Text("userWalletAddress"),
            FromAddress = from,
            ToAddress = to,
            From =
                Token.Find(chain.Index, from) ?? throw rule.Wrong("fromTokenAddress", "is not a token of this chain"),
            To = Token.Find(chain.Index, to) ?? throw rule.Wrong("toTokenAddress", "is not a token of this chain"),
            AmountText = rule.Text("fromAmount"),
            TriggerText = rule.Text("triggerPrice"),
            Slippage = SlippageOf(body.Object("preset"), isBuy: type is 2 or 5),
            Type = type,
            ExpiresMs = MillisecondsOf(body, "expireTime"),
            Signed = SignedIntent.Read(body.Object("verifySignInfo")),
        };
        request.CheckRule(rule);
        return request;
    }

    /// <summary>Compares what is ordered with what was signed.</summary>
    /// <exception cref="BackendRefusal">100 names the line that differs.</exception>
    public void CheckText(IntentText text)
    {
        var raw = RawAmount.Of(AmountText, From.Decimals)?.ToString(CultureInfo.InvariantCulture);
        var timestamp = long.TryParse(text.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? ms
            : 0;
        (string Line, string Said, string? Ordered)[] lines =
        [
            ("Chain Index", text.ChainIndex, Chain.Index),
            ("Strategy Type", text.StrategyType, StrategyTypeText),
            ("Recipient", text.Recipient, WalletAddress),
            ("Created At", text.CreatedAt, IntentText.Instant(timestamp)),
            ("Expired At", text.ExpiredAt, IntentText.Instant(ExpiresMs)),
            ("From Token", text.FromToken, FromAddress),
            ("To Token", text.ToToken, ToAddress),
            ("From Amount(precision adjusted)", text.FromAmount, raw),
            ("Timestamp", text.Timestamp, timestamp.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (line, said, ordered) in lines)
        {
            if (said != ordered)
            {
                throw BackendRefusal.Parameter("signMsg", $"differs from the order in '{line}'");
            }
        }
    }

    /// <summary>The instant that was signed, Unix ms.</summary>
    public static long SignedAt(IntentText text) => long.Parse(text.Timestamp, CultureInfo.InvariantCulture);

    public StrategyOrder ToOrder(long number, string accountId, long nowMs) =>
        new()
        {
            Number = number,
            AccountId = accountId,
            WalletAddress = WalletAddress,
            Chain = Chain,
            From = From,
            To = To,
            AmountText = AmountText,
            Amount = Amount,
            TriggerText = TriggerText,
            Trigger = Plain(TriggerText)!.Value,
            Type = Type,
            Slippage = Slippage,
            CreatedMs = nowMs,
            ExpiresMs = ExpiresMs,
            UpdatedMs = nowMs,
            WatchedFromMs = nowMs + Chain.WaitSeconds * 1000L,
        };

    private void CheckRule(StrictFields rule)
    {
        if (From == To)
        {
            throw rule.Wrong("toTokenAddress", "is the token that is sold");
        }
        if (RawAmount.Of(AmountText, From.Decimals) is null || Plain(AmountText) is null)
        {
            throw rule.Wrong("fromAmount", "is not a positive decimal of the token's digits");
        }
        if (Plain(TriggerText) is not > 0)
        {
            throw rule.Wrong("triggerPrice", "is not a positive decimal");
        }
    }

    private static int TypeOf(StrictFields body)
    {
        var (type, direction) = (body.Number("strategyType"), body.Number("strategyDirection"));
        var isKnown = (type, direction) is (2, 0) or (5, 0) or (3, 1) or (4, 1);
        return isKnown ? (int)type : throw body.Wrong("strategyType", "does not fit strategyDirection");
    }

    private static decimal SlippageOf(StrictFields preset, bool isBuy)
    {
        DemandConstant(preset, "presetType", 1);
        preset.MustLack(isBuy ? "sellPreset" : "buyPreset");
        var side = preset.Object(isBuy ? "buyPreset" : "sellPreset");
        DemandConstant(side, "slippageType", 2);
        DemandConstant(side, "slippageLevel", 4);
        DemandConstant(side, "limitOrderFeeLevel", 2);
        side.MustLack("limitOrderFeeValue");
        if (side.Number("routerModeType") is not (1 or 2 or 3))
        {
            throw side.Wrong("routerModeType", "is not 1, 2 or 3");
        }
        return Plain(side.Text("slippageValue")) is { } slippage and > 0 and <= 1
            ? slippage
            : throw side.Wrong("slippageValue", "is not a fraction above 0 and at most 1");
    }

    private static void DemandConstant(StrictFields fields, string name, long value)
    {
        if (fields.Number(name) != value)
        {
            throw fields.Wrong(name, FormattableString.Invariant($"is not {value}"));
        }
    }

    private static long MillisecondsOf(StrictFields body, string name) =>
        body.Text(name) is { Length: 13 } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? ms
            : throw body.Wrong(name, "is not 13 digits of milliseconds");

    private static decimal? Plain(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}

/// <summary><c>verifySignInfo</c>: who signed what with which session. Its chain is a number, unlike the one above it.</summary>
internal sealed record SignedIntent(
    string AccountId,
    string Address,
    long ChainId,
    string Text,
    string Signature,
    string SessionCert,
    string TeeId
)
{
    public static SignedIntent Read(StrictFields fields) =>
        new(
            fields.Text("accountId"),
            fields.Text("address"),
            fields.Number("chainId"),
            fields.Text("signMsg"),
            fields.Text("signature"),
            fields.Text("sessionCert"),
            fields.Text("teeId")
        );
}
