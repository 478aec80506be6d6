using System.Globalization;
using System.Text.Json;
using Exchange.Http;
using Exchange.Strategy.Signing;
using Exchange.Strategy.Wallet;

namespace Exchange.Strategy;

/// <summary>The body of createOrder (strategy.md 2.5-1): the signed intent and the rule that it is part of.</summary>
internal static class OrderBody
{
    private const int SourceAgentic = 4;

    public static byte[] Write(StrategyOrderDraft draft, WalletRecord session, DateTimeOffset now)
    {
        var created = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var expires = created + draft.Lifetime;
        var intent = IntentText.Of(
            new OrderIntent(
                draft.Chain,
                draft.WalletAddress,
                draft.FromToken,
                draft.ToToken,
                draft.RawAmount,
                created,
                expires
            )
        );
        return CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("chainId", draft.Chain.Id);
            json.WriteString("userWalletAddress", draft.WalletAddress);
            WriteRule(json, draft);
            WritePreset(json, draft);
            json.WriteNumber("strategyType", (int)draft.StrategyType);
            json.WriteNumber("strategyDirection", (int)draft.Direction);
            json.WriteString("expireTime", expires.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("sourceType", SourceAgentic);
            json.WriteStartObject("verifySignInfo");
            json.WriteString("accountId", draft.AccountId);
            json.WriteString("address", draft.WalletAddress);
            json.WriteNumber("chainId", draft.Chain.Index);
            json.WriteString("signMsg", intent);
            json.WriteString("signature", Sign(session, intent, draft.Chain.Family));
            json.WriteString("sessionCert", session.SessionCert);
            // strategy.md 2.5-1: the id of the agentic enclave, not the other one of a sign-in.
            json.WriteString("teeId", session.SaTeeId);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteRule(Utf8JsonWriter json, StrategyOrderDraft draft)
    {
        json.WriteStartObject("rule");
        json.WriteString("fromTokenAddress", draft.FromToken);
        json.WriteString("toTokenAddress", draft.ToToken);
        json.WriteString("fromAmount", draft.Amount);
        json.WriteString("triggerPrice", draft.TriggerPrice);
        json.WriteEndObject();
    }

    private static void WritePreset(Utf8JsonWriter json, StrategyOrderDraft draft)
    {
        json.WriteStartObject("preset");
        json.WriteNumber("presetType", 1);
        json.WriteStartObject(draft.Direction == StrategyDirection.Sell ? "sellPreset" : "buyPreset");
        json.WriteNumber("slippageType", 2);
        json.WriteNumber("slippageLevel", 4);
        json.WriteString("slippageValue", draft.Slippage.Wire);
        json.WriteNull("dynamicMaxSlippageValue");
        json.WriteNumber("routerModeType", (int)draft.MevProtection);
        json.WriteNumber("limitOrderFeeLevel", 2);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Sign(WalletRecord session, string intent, ChainFamily family)
    {
        using var seed = SessionSeed.Of(session);
        return seed.Sign(intent, family);
    }
}
