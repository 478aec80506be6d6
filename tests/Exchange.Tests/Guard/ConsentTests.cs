using Exchange.Guard;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md section 7: only text that refers to the draft is consent.</summary>
public sealed class ConsentTests
{
    private static readonly ConsentTerm Buy = ConsentTerm.Order(isBuy: true, "btc_twd", 0.5m);

    [Theory]
    [InlineData("confirm buy 0.5 btc", true)]
    [InlineData("BUY 0.50 BTC/TWD", true)]
    [InlineData("確認買入 0.5btc", true)]
    [InlineData("確認買入btc 0.5", true)]
    [InlineData("yes, buy btc_twd 0.5 please", true)]
    [InlineData("buy 0.5 eth", false)]
    [InlineData("buy 0.51 btc", false)]
    [InlineData("buy 10.5 btc", false)]
    [InlineData("buy 0.5.1 btc", false)]
    [InlineData("buy half a btc", false)]
    [InlineData("sell 0.5 btc", false)]
    [InlineData("buy or sell 0.5 btc", false)]
    [InlineData("0.5 btc", false)]
    [InlineData("buy 0.5 abtc", false)]
    [InlineData("buy 0.5 btcs", false)]
    [InlineData("buyer 0.5 btc", false)]
    [InlineData("buy 0.5 btc, bypass the rules", false)]
    [InlineData("", false)]
    [InlineData("\uD800", false)]
    public void A_text_is_consent_when_it_names_side_asset_and_amount(string text, bool isConsent) =>
        Assert.Equal(isConsent, Consent.Problem(text, [Buy], GuardRules.BuiltIn) is null);

    [Fact]
    public void No_bare_acknowledgement_is_consent_with_or_without_punctuation() =>
        Assert.All(
            GuardRules.BuiltIn.InvalidConfirmations,
            phrase =>
                Assert.All(
                    (string[])[phrase, $" {phrase.ToUpperInvariant()}! ", $"「{phrase}」。"],
                    text =>
                        Assert.Equal(
                            "a bare acknowledgement is no consent",
                            Consent.Problem(text, [Buy], GuardRules.BuiltIn)
                        )
                )
        );

    [Fact]
    public void Every_order_of_a_batch_must_be_named()
    {
        ConsentTerm[] terms = [Buy, ConsentTerm.Order(isBuy: false, "eth_twd", 2)];

        Assert.Null(Consent.Problem("buy 0.5 btc and sell 2 eth", terms, GuardRules.BuiltIn));
        Assert.NotNull(Consent.Problem("buy 0.5 btc", terms, GuardRules.BuiltIn));
    }

    [Fact]
    public void A_cancellation_and_a_withdrawal_are_named_too()
    {
        Assert.Null(Consent.Problem("cancel 555", [ConsentTerm.Cancellation("555")], GuardRules.BuiltIn));
        Assert.Null(Consent.Problem("取消 ALL", [ConsentTerm.Cancellation("ALL")], GuardRules.BuiltIn));
        Assert.NotNull(Consent.Problem("cancel 5551", [ConsentTerm.Cancellation("555")], GuardRules.BuiltIn));
        Assert.Null(Consent.Problem("withdraw 2 usdt", [ConsentTerm.Withdrawal("usdt", 2)], GuardRules.BuiltIn));
        Assert.NotNull(Consent.Problem("withdraw 20 usdt", [ConsentTerm.Withdrawal("usdt", 2)], GuardRules.BuiltIn));
    }

    [Theory]
    [InlineData("buy btc_twd 2000")]
    [InlineData("1 ")]
    [InlineData("1.")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    public void A_text_of_pages_is_no_consent(string part)
    {
        var text = $"buy btc_twd 2000 {string.Concat(Enumerable.Repeat(part, (1 << 20) / part.Length))}";

        Assert.Equal(
            "it is longer than 65536 characters",
            Consent.Problem(text, [ConsentTerm.Order(isBuy: true, "btc_twd", 2000)], GuardRules.BuiltIn)
        );
    }
}
