using System.Text;
using Exchange.Http;

namespace Exchange.Tests.Http;

/// <summary>
/// A service may repeat what it was sent in its error. Found by the campaign of secrets: keys and tokens stood in messages and in the journal.
/// </summary>
public sealed class SentSecretsTests
{
    private const string Key = "key-0001-of-somebody";
    private const string Token = "e30.e30.c2lnbmF0dXJl";

    private static readonly SignedRequest Sent = new(
        [new("X-BITOPRO-APIKEY", Key), new("Authorization", $"Bearer {Token}"), new("X-Kind", "buy")],
        Encoding.UTF8.GetBytes("""{"refreshToken":"renewal-0001-of-somebody","amount":"1000000000"}""")
    );

    [Theory]
    [InlineData($"Bad key {Key}.", "Bad key ***.")]
    [InlineData($"Authorization: Bearer {Token} is bad", "Authorization: *** is bad")]
    [InlineData($"token {Token}", "token ***")]
    [InlineData("renewal-0001-of-somebody is used up", "*** is used up")]
    [InlineData("cannot buy 1000000000", "cannot buy 1000000000")]
    public void An_error_says_nothing_of_what_proves_who_asks(string said, string kept)
    {
        var error = SentSecrets.Scrub(new ServiceError("X", ErrorKind.Service, said, null, said), Sent);

        Assert.Equal((kept, kept), (error.Message, error.ServiceCode));
    }

    [Fact]
    public void What_was_never_sent_changes_nothing()
    {
        var error = new ServiceError("X", ErrorKind.Service, Key, null, null);

        Assert.Same(error, SentSecrets.Scrub(error, null));
    }
}
