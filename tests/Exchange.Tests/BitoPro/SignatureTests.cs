using System.Text;
using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

public sealed class SignatureTests
{
    public static TheoryData<Vector> AllVectors => [.. Vectors.All];

    [Theory]
    [MemberData(nameof(AllVectors))]
    public void Every_vector_has_its_length_its_Base64_and_its_signature(Vector vector)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(vector.Json));

        Assert.Equal(vector.Length, Encoding.UTF8.GetByteCount(vector.Json));
        Assert.Equal(vector.Base64 ?? base64, base64);
        Assert.Equal(vector.Signature, BitoProSigner.Signature(KeyedHashes.Sha384(vector.Secret), base64));
    }

    [Theory]
    [MemberData(nameof(AllVectors))]
    public void A_signed_body_is_the_payload_and_carries_the_signature_of_its_vector(Vector vector)
    {
        var signed = SignerOf(vector.Secret, "trader@example.com")
            .Sign(Request(_ => Encoding.UTF8.GetBytes(vector.Json)));

        Assert.Equal(vector.Json, Encoding.UTF8.GetString(signed.Body!));
        Assert.Equal(
            vector.Json,
            Encoding.UTF8.GetString(Convert.FromBase64String(Header(signed, "X-BITOPRO-PAYLOAD")))
        );
        Assert.Equal(vector.Signature, Header(signed, "X-BITOPRO-SIGNATURE"));
    }

    [Theory]
    [InlineData("V0", "hcmlinj@gmail.com", 1554380909131)]
    [InlineData("V1", "trader@example.com", 1700000000123)]
    [InlineData("V2", "trader@example.com", 1700000000124)]
    [InlineData("V8", "a+b@example.com", 1700000000128)]
    public void A_request_without_body_signs_identity_and_nonce_in_that_order(string name, string email, long nonce)
    {
        var vector = Vectors.All.Single(known => known.Name == name);
        var signed = SignerOf(vector.Secret, email, nonce).Sign(Request(body: null));

        Assert.Null(signed.Body);
        Assert.Equal(vector.Base64, Header(signed, "X-BITOPRO-PAYLOAD"));
        Assert.Equal(vector.Signature, Header(signed, "X-BITOPRO-SIGNATURE"));
    }

    [Fact]
    public void The_default_encoder_of_the_runtime_would_break_V5()
    {
        var escaped = Vectors.V5.Json.Replace(">", @"\u003E", StringComparison.Ordinal);

        Assert.Equal(201, escaped.Length);
        Assert.StartsWith(
            "771093fb",
            BitoProSigner.Signature(
                KeyedHashes.Sha384(Vectors.V5.Secret),
                Convert.ToBase64String(Encoding.UTF8.GetBytes(escaped))
            ),
            StringComparison.Ordinal
        );
    }

    private static BitoProSigner SignerOf(string secret, string email, long now = 1_700_000_000_000)
    {
        var credentials = BitoProCredentials.From(Secret.From("abc12f00dfeed0000cafe6789"), Secret.From(secret), email);
        var clock = new ManualClock(DateTimeOffset.FromUnixTimeMilliseconds(now));
        return new(new BitoProConnection(BitoProConnection.LiveAddress, credentials), new NonceSource(clock));
    }

    private static ApiRequest Request(RequestBody? body) =>
        new()
        {
            Call = "T0",
            Method = HttpMethod.Post,
            Path = "/test",
            Body = body,
            IsPrivate = true,
            Limits = [],
            Repeat = Repeat.Never,
        };

    private static string Header(SignedRequest signed, string name) =>
        signed.Headers.Single(header => header.Key == name).Value;
}
