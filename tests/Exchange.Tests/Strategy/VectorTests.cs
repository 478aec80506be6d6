using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exchange.Cryptography;
using Exchange.Strategy;
using Exchange.Strategy.Rules;
using Exchange.Strategy.Signing;

namespace Exchange.Tests.Strategy;

/// <summary>The worked vectors of strategy.md 15, in their order; the rest of V8 and V9 are where they are used.</summary>
public sealed class VectorTests
{
    [Fact]
    public void V0_The_public_key_and_the_clock_are_those_of_the_contract()
    {
        Assert.Equal(Vectors.SeedHex, Hex(SHA256.HashData("strategy-spec-seed-1"u8)));
        Assert.Equal(Vectors.PublicKeyHex, Hex(Ed25519.PublicKeyOf(Convert.FromHexString(Vectors.SeedHex))));
        Assert.Equal("2026-05-07T06:31:47.340Z", Iso(Vectors.Now));
        Assert.Equal("2026-05-14T06:31:47.340Z", Iso(Vectors.Now + OrderLifetime.Check(null)));
        Assert.Equal(1_778_740_307_340, (Vectors.Now + OrderLifetime.Check(null)).ToUnixTimeMilliseconds());
    }

    [Fact]
    public void V1_An_intent_on_Solana_is_signed_as_its_text()
    {
        var text = IntentText.Of(Vectors.SvmIntent());

        Assert.Equal(448, Encoding.UTF8.GetByteCount(text));
        Assert.Equal(
            "8edbdb5c2f84605bfeb59d632ce9ff51bceb0586c75bcbebb8113965aefb60ea",
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        );
        using var seed = Vectors.Seed();
        Assert.Equal(
            "xys+/eSQxs9wOuBEwYKzSgbd5MZ0Ydvh2OND2KBtnzqeyUbwAy0wQJ+QDomSF+jv2famaB5aEtqUZA9/wUGjAg==",
            seed.Sign(text, ChainFamily.Svm)
        );
    }

    [Fact]
    public void V2_An_intent_on_the_EVM_is_signed_as_its_digest()
    {
        var text = IntentText.Of(Vectors.EvmIntent());
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal(455, bytes.Length);
        Assert.Equal("9817829a01c090b907d32a19def034a9bad3cf37bbbfb26c200a2dff4e8ac4c1", Hex(SHA256.HashData(bytes)));
        Assert.Equal(
            "7314ca220ce8db38a699a043e3f83d0ac795dbbef8d028bdff8ead28e4a3a099",
            Hex(Ethereum.MessageDigest(bytes))
        );
        using var seed = Vectors.Seed();
        Assert.Equal(Vectors.EvmSignature, seed.Sign(text, ChainFamily.Evm));
    }

    [Theory]
    [InlineData("deadbeef00112233445566778899aabbccddeeff")]
    [InlineData("0xdeadbeef00112233445566778899aabbccddeeff")]
    public void V3_An_attestation_is_signed_as_its_bytes(string hex)
    {
        using var seed = Vectors.Seed();

        Assert.Equal(
            "UPMzhtAHjVJy8+PTP9aa+PGIXJFA7Jcu+YaNjZfDWnlB2/WXuF2UMOwHBJqkUFfztjtg+6c25bHiphKURkG+Aw==",
            seed.SignDocument(AttestationDocument.Read(hex)!)
        );
    }

    [Fact]
    public void V4_The_key_schedule_is_that_of_the_contract()
    {
        var key = Convert.FromBase64String(Vectors.SessionKey);
        var enc = Convert.FromHexString("5869aff450549732cbaaed5e5df9b30a6da31cb0e5742bad5ad4a1a768f1a67b");

        Assert.Equal(Vectors.TempPubKey, Convert.ToBase64String(X25519.PublicKeyOf(key)));
        Assert.Equal("a84dc7c3c8f058b1b2dc4cd1e9b5dc0a7987f88b6a9564cde3391fc421159e77", Hex(X25519.Agree(key, enc)));
        var keys = Hpke.KeysFor(key, enc, "okx-tee-sign"u8);
        Assert.Equal("7a669ce01ea61a996a4597944ab129e8277c49645df37d5ffb34b69c7d486135", Hex(keys.Shared));
        Assert.Equal("ddba23dae60f3f4d2280bae10243bf083190c650d216b4496b184bff432e5c20", Hex(keys.Key));
        Assert.Equal("64e7ddcba955802974ddec27", Hex(keys.Nonce));
    }

    [Theory]
    [InlineData(
        "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
        Vectors.EncryptedSessionSk,
        Vectors.SeedHex
    )]
    [InlineData(
        "7e0e4cb4ce949dcee0ca600713d37a0ecec71e3f20b7a834680ba2306e06c671",
        "D77ghrSZD4FhOjt8h6irNQS9OBxaq7Ry6LobgKyBuV4rPLTulIoZSsEt5pZYptfSFo8AX+XwIYw8RRJXPNRhRSJDno4F0CLdPNFeat16/90=",
        "d84197bf9417d10a74cfba304f487868bb41708623e1d61823df44c734cda122"
    )]
    public void V4_A_sealed_session_key_opens(string key, string blob, string seed) =>
        Assert.Equal(
            seed,
            Hex(Hpke.Open(Convert.FromHexString(key), Convert.FromBase64String(blob), "okx-tee-sign"u8))
        );

    [Theory]
    [InlineData("0.01", 6, "10000")]
    [InlineData("10", 6, "10000000")]
    [InlineData("1.5", 18, "1500000000000000000")]
    [InlineData(".5", 6, "500000")]
    [InlineData("5.", 6, "5000000")]
    [InlineData("007.5", 6, "7500000")]
    [InlineData("0.000001", 6, "1")]
    [InlineData("0.25", 9, "250000000")]
    [InlineData("1", 0, "1")]
    [InlineData("123456789.123456789123456789", 18, "123456789123456789123456789")]
    public void V5_An_amount_becomes_the_whole_number_of_its_smallest_units(string amount, int decimals, string raw) =>
        Assert.Equal(raw, RawAmount.Of(amount, decimals, "X").ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.10", 18, "10", "10")]
    [InlineData("1.0", 6, "1", "1")]
    [InlineData("0.3", 18, "4", "3.33333334")]
    [InlineData("0.9998", 6, "2", "1.000201")]
    [InlineData("0.49", 6, "3", "2.040817")]
    [InlineData("0.07", 6, "15", "14.285715")]
    [InlineData("0.0123", 18, "82", "81.30081301")]
    [InlineData("0.00001234", 18, "81040", "81037.27714749")]
    [InlineData("0.000000001", 6, "1000000000", "1000000000")]
    [InlineData("154.2", 9, "1", "0.00648509")]
    [InlineData("60000", 8, "1", "0.00001667")]
    [InlineData("2", 0, "1", "1")]
    [InlineData("3120.55", 18, "1", "0.00032046")]
    public void V6_The_least_amount_is_worth_a_dollar(string price, int decimals, string shown, string exact)
    {
        var usd = Number(price);

        Assert.Equal(shown, MinimumAmount.Shown(usd).ToString());
        Assert.Equal(exact, MinimumAmount.Exact(usd, decimals).ToString());
    }

    [Theory]
    [InlineData("15", "0.15")]
    [InlineData("20", "0.2")]
    [InlineData("20%", "0.2")]
    [InlineData(" 20 % ", "0.2")]
    [InlineData("5", "0.05")]
    [InlineData("0.05", "0.0005")]
    [InlineData("100", "1")]
    [InlineData("0.7", "0.007")]
    [InlineData("0.07", "0.0007")]
    [InlineData("1.1", "0.011")]
    [InlineData("99.9", "0.999")]
    [InlineData("12.5", "0.125")]
    [InlineData("33.33", "0.3333")]
    [InlineData("15.0", "0.15")]
    [InlineData("0.001", "0.00001")]
    [InlineData(null, "0.15")]
    public void V7_Slippage_is_divided_by_a_hundred_exactly(string? percent, string wire) =>
        Assert.Equal(wire, SlippagePercent.Check(percent).Wire);

    // Direction, amount, trigger, price of the from-token, price of the to-token: amount and value.
    [Theory]
    [InlineData("Buy", "10", "0.10", "1", null, "100", "10")]
    [InlineData("Sell", "0.25", "200", "190", "1", "50", "50")]
    [InlineData("Buy", "100", "2750.5", "1", null, "0.036357026", "100")]
    [InlineData("Buy", "2", "4", "3000", null, "1500", "6000")]
    [InlineData("Sell", "0.25", "200", "190", "20", "2.5", "50")]
    [InlineData("Buy", "2", "4", null, null, null, null)]
    public void V10_Estimates_follow_from_the_trigger(
        string direction,
        string amount,
        string trigger,
        string? from,
        string? to,
        string? estimate,
        string? value
    )
    {
        var estimated = OrderEstimate.Of(
            Enum.Parse<StrategyDirection>(direction),
            Number(amount),
            Number(trigger),
            from is null ? null : Number(from),
            to is null ? null : Number(to)
        );

        Assert.Equal(estimate, estimated.Amount?.ToString());
        Assert.Equal(value, estimated.Value?.ToString());
    }

    [Theory]
    [InlineData("Buy", "0.10", "0.15", 2)]
    [InlineData("Buy", "0.20", "0.15", 5)]
    [InlineData("Buy", "0.15", "0.150", 5)]
    [InlineData("Sell", "0.20", "0.15", 3)]
    [InlineData("Sell", "0.10", "0.15", 4)]
    [InlineData("Sell", "0.15", "0.15", 4)]
    [InlineData("Sell", "0.30000000000000001", "0.3", 3)]
    [InlineData("Buy", "0.30000000000000001", "0.3", 5)]
    public void V11_The_type_follows_from_direction_and_prices(
        string direction,
        string trigger,
        string current,
        int type
    ) =>
        Assert.Equal(
            (StrategyType)type,
            StrategyTypes.Derive(Enum.Parse<StrategyDirection>(direction), Number(trigger), Number(current))
        );

    private static ExactDecimal Number(string text)
    {
        Assert.True(ExactDecimal.TryRead(text, out var number));
        return number;
    }

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
