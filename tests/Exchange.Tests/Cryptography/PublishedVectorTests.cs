using System.Security.Cryptography;
using System.Text;
using Exchange.Cryptography;

namespace Exchange.Tests.Cryptography;

/// <summary>The vectors that the standards publish themselves.</summary>
public sealed class PublishedVectorTests
{
    // RFC 8032, section 7.1: TEST 1 to 3.
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    )]
    public void Ed25519_signs_as_RFC_8032_says(string seed, string key, string message, string signature)
    {
        Assert.Equal(key, Hex(Ed25519.PublicKeyOf(Bytes(seed))));
        Assert.Equal(signature, Hex(Ed25519.Sign(Bytes(seed), Bytes(message))));
    }

    // RFC 7748, section 5.2.
    [Theory]
    [InlineData(
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
        "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"
    )]
    [InlineData(
        "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
        "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
        "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"
    )]
    public void X25519_multiplies_as_RFC_7748_says(string scalar, string u, string result) =>
        Assert.Equal(result, Hex(X25519.Agree(Bytes(scalar), Bytes(u))));

    // RFC 7748, section 6.1.
    [Fact]
    public void Two_sides_agree_as_RFC_7748_says()
    {
        var alice = Bytes(Alice);
        var bob = Bytes(Bob);

        Assert.Equal(
            "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
            Hex(X25519.PublicKeyOf(alice))
        );
        Assert.Equal("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f", Hex(X25519.PublicKeyOf(bob)));
        Assert.Equal(
            "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
            Hex(X25519.Agree(alice, X25519.PublicKeyOf(bob)))
        );
        Assert.Equal(
            Hex(X25519.Agree(alice, X25519.PublicKeyOf(bob))),
            Hex(X25519.Agree(bob, X25519.PublicKeyOf(alice)))
        );
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_key_of_small_order_is_refused(string key) =>
        Assert.Throws<CryptographicException>(() => X25519.Agree(Bytes(Alice), Bytes(key)));

    // RFC 9180, appendix A.1.1: the encapsulation is the same for every AEAD.
    [Fact]
    public void The_encapsulated_secret_is_that_of_RFC_9180() =>
        Assert.Equal(
            "fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc",
            Hex(
                Hpke.KeysFor(
                    Bytes("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
                    Bytes("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
                    Bytes("4f6465206f6e2061204772656369616e2055726e")
                ).Shared
            )
        );

    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    public void Keccak_has_the_original_padding(string text, string hash) =>
        Assert.Equal(hash, Hex(Keccak256.Hash(Encoding.ASCII.GetBytes(text))));

    // EIP-55, its own examples.
    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    public void Checksums_are_those_of_EIP_55(string address)
    {
        Assert.Equal(address, Ethereum.WithChecksum(address.ToLowerInvariant()));
        Assert.True(Ethereum.ChecksumHolds(address));
        Assert.True(Ethereum.ChecksumHolds(address.ToLowerInvariant()));
    }

    [Fact]
    public void A_changed_letter_breaks_the_checksum() =>
        Assert.False(Ethereum.ChecksumHolds("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

    [Theory]
    [InlineData("11111111111111111111111111111111", 32)]
    [InlineData("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", 32)]
    [InlineData("So11111111111111111111111111111111111111112", 32)]
    [InlineData("11111111111111111111111111111111111111111111", 44)]
    [InlineData("0OIl", null)]
    public void Base58_stands_for_so_many_bytes(string text, int? length) =>
        Assert.Equal(length, Base58.LengthOf(text));

    private const string Alice = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    private const string Bob = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
