using System.Security.Cryptography;
using System.Text;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Cryptography;
using Exchange.Simulator.Strategy.Intents;
using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wallet;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>The worked vectors of strategy.md 15, checked by the simulator's own lines.</summary>
public sealed class VectorTests
{
    private const string Seed = "a5d3bd0acf17373cb054fb60ba3a71772734badd5dcaf9da1c9563d8df310744";
    private const string PublicKey = "8ceb8ef48e4272928199b21fb172f29eb12e140dbb864e3bf6b0c37d468d1c29";

    private const string SolanaSignature =
        "xys+/eSQxs9wOuBEwYKzSgbd5MZ0Ydvh2OND2KBtnzqeyUbwAy0wQJ+QDomSF+jv2famaB5aEtqUZA9/wUGjAg==";

    private const string EvmSignature =
        "8Dgh+2RL9GMdozZbkXxQ8v2CZ2wPgB2AgstKcT8XFl1wo/lj5ZDRLO7iqeDb8XWBrCdoXjvwSlOW7kLrAwuKAw==";

    private const string SessionSignature =
        "UPMzhtAHjVJy8+PTP9aa+PGIXJFA7Jcu+YaNjZfDWnlB2/WXuF2UMOwHBJqkUFfztjtg+6c25bHiphKURkG+Aw==";

    private const string Head =
        "You will place an order which will be verified and auto-signed by the trusted execution environment.\n\n";

    private const string SolanaText =
        Head
        + "Chain Index: 501\nStrategy Type: LimitOrderUbased\nRecipient: GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD\n"
        + "Created At: 2026-05-07T06:31:47.340Z\nExpired At: 2026-05-14T06:31:47.340Z\n"
        + "From Token: 11111111111111111111111111111111\nTo Token: EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v\n"
        + "From Amount(precision adjusted): 250000000\nTimestamp: 1778135507340";

    private const string EvmText =
        Head
        + "Chain Index: 42161\nStrategy Type: LimitOrderUbased\nRecipient: 0xc4a8cb22c9b39070faeffaf018de6e6309a706af\n"
        + "Created At: 2026-05-07T06:31:47.340Z\nExpired At: 2026-05-14T06:31:47.340Z\n"
        + "From Token: 0xaf88d065e77c8cc2239327c5edb3a432268e5831\nTo Token: 0x912ce59144191c1204e64559fe8253a0e49e6548\n"
        + "From Amount(precision adjusted): 10000000\nTimestamp: 1778135507340";

    private static readonly byte[] Key = Convert.FromHexString(PublicKey);

    [Fact]
    public void V0_the_seed_has_this_public_key()
    {
        Assert.Equal(Seed, Hex(SHA256.HashData("strategy-spec-seed-1"u8)));
        Assert.Equal(PublicKey, Hex(Curves.Ed25519PublicKey(Convert.FromHexString(Seed))));
    }

    [Theory]
    [InlineData(
        SolanaText,
        448,
        "8edbdb5c2f84605bfeb59d632ce9ff51bceb0586c75bcbebb8113965aefb60ea",
        SolanaSignature,
        true
    )]
    [InlineData(EvmText, 455, "9817829a01c090b907d32a19def034a9bad3cf37bbbfb26c200a2dff4e8ac4c1", EvmSignature, false)]
    public void V1_and_V2_an_intent_is_verified_for_its_family_and_no_other(
        string text,
        int length,
        string hash,
        string signature,
        bool isSolana
    )
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal((length, hash), (bytes.Length, Hex(SHA256.HashData(bytes))));
        Assert.True(IntentSignature.IsOfText(signature, text, isSolana, Key));
        Assert.False(IntentSignature.IsOfText(signature, text, !isSolana, Key));
        Assert.NotNull(IntentText.Parse(text));
    }

    [Fact]
    public void V2_the_digest_is_Keccak_and_not_SHA3() =>
        Assert.Equal(
            "7314ca220ce8db38a699a043e3f83d0ac795dbbef8d028bdff8ead28e4a3a099",
            Hex(IntentSignature.Digest(Encoding.UTF8.GetBytes(EvmText)))
        );

    [Fact]
    public void V3_the_document_is_signed_and_not_its_digits()
    {
        const string Document = "deadbeef00112233445566778899aabbccddeeff";

        Assert.True(IntentSignature.IsOfBytes(SessionSignature, Convert.FromHexString(Document), Key));
        Assert.False(IntentSignature.IsOfBytes(SessionSignature, Encoding.ASCII.GetBytes(Document), Key));
        Assert.False(IntentSignature.IsOfBytes(SessionSignature, Encoding.ASCII.GetBytes("0x" + Document), Key));
    }

    [Fact]
    public void V4_a_seed_is_sealed_to_these_bytes()
    {
        var recipient = Bytes(1);
        var ephemeral = Bytes(0x21);

        Assert.Equal(
            "5869aff450549732cbaaed5e5df9b30a6da31cb0e5742bad5ad4a1a768f1a67b",
            Hex(Curves.X25519PublicKey(ephemeral))
        );
        Assert.Equal(
            "B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9/AsrhtHHw=",
            Convert.ToBase64String(Curves.X25519PublicKey(recipient))
        );
        Assert.Equal(
            "a84dc7c3c8f058b1b2dc4cd1e9b5dc0a7987f88b6a9564cde3391fc421159e77",
            Hex(Curves.X25519Agree(ephemeral, Curves.X25519PublicKey(recipient))!)
        );
        Assert.Equal(
            "WGmv9FBUlzLLqu1eXfmzCm2jHLDldCutWtShp2jxpns/Ao/wy1CfnMs9fApdHK8Yg+sZUf2hMaMEMoaJyOucouIOOIYtKgyEUQ6mrVbCAsQ=",
            Convert.ToBase64String(
                SessionSeal.Seal(Curves.X25519PublicKey(recipient), ephemeral, Convert.FromHexString(Seed))
            )
        );
    }

    [Fact]
    public void V4_a_key_of_low_order_is_refused()
    {
        Assert.Null(Curves.X25519Agree(Bytes(1), new byte[32]));
        Assert.Throws<CryptographicException>(() => SessionSeal.Seal(new byte[32], Bytes(1), Bytes(2)));
    }

    /// <summary>The other half of the tests' own cryptography is right: it opens what a published client opens.</summary>
    [Fact]
    public void The_published_seal_is_opened_by_the_tests_own_lines() =>
        Assert.Equal(
            "d84197bf9417d10a74cfba304f487868bb41708623e1d61823df44c734cda122",
            Hex(
                WalletKeys.Open(
                    Convert.FromHexString("7e0e4cb4ce949dcee0ca600713d37a0ecec71e3f20b7a834680ba2306e06c671"),
                    "D77ghrSZD4FhOjt8h6irNQS9OBxaq7Ry6LobgKyBuV4rPLTulIoZSsEt5pZYptfSFo8AX+XwIYw8RRJXPNRhRSJDno4F0CLdPNFeat16/90="
                )
            )
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
    [InlineData("0.0000001", 6, null)]
    [InlineData("0.0", 6, null)]
    [InlineData(".", 6, null)]
    [InlineData("-1", 6, null)]
    [InlineData("1e6", 6, null)]
    [InlineData("1,000", 6, null)]
    [InlineData("1.2.3", 6, null)]
    public void V5_human_amounts_have_these_raw_amounts(string text, int decimals, string? raw) =>
        Assert.Equal(raw, RawAmount.Of(text, decimals)?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void V8_keys_sign_like_this()
    {
        const string Body =
            """[{"chainIndex":"42161","tokenContractAddress":"0x912ce59144191c1204e64559fe8253a0e49e6548"}]""";

        Assert.Equal(
            "vWg9vv3ZtNmOHhIgNYaPZkEsrU0yE0mva+alTrr+a+Y=",
            HmacText.Of(
                "spec-secret-1",
                "2026-05-07T06:31:47.340ZPOST/api/v6/dex/market/price",
                Encoding.UTF8.GetBytes(Body)
            )
        );
        Assert.Equal(
            "0q4nFjDAc9HvjOJ3Tm+d8WEiU0ywf53Uy3xU/g07JRI=",
            LegacySignIn.Signature("spec-secret-1", "1778135507340", "en_US", "n-123", "okx")
        );
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("Chain Index", "Chain index")]
    [InlineData("Timestamp: 1778135507340", "Timestamp: 1778135507340\n")]
    [InlineData("Strategy Type: LimitOrderUbased\n", "")]
    [InlineData("execution environment.", "execution environment")]
    public void A_text_of_another_form_is_not_read(string part, string other) =>
        Assert.Null(IntentText.Parse(EvmText.Replace(part, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData(EvmSignature + "\n")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not Base64 at all, but eighty-eight characters long, as a signature in Base64 would be..")]
    public void A_signature_of_another_form_is_refused(string signature) =>
        Assert.False(IntentSignature.IsOfText(signature, EvmText, isSolana: false, Key));

    private static byte[] Bytes(int first) => [.. Enumerable.Range(first, 32).Select(number => (byte)number)];

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
