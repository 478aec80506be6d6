using Exchange.BitoPro;
using Exchange.Storage;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md 1.7 and the masking rules of section 5.</summary>
public sealed class CredentialTests
{
    [Theory]
    [InlineData("abc12f00dfeed0000cafe6789", "abc12...6789")]
    [InlineData("abcde67890wxyz", "abcde...wxyz")]
    [InlineData("abcde67890wxy", "***")]
    [InlineData("short", "***")]
    public void A_key_shows_five_and_four_characters_or_nothing(string key, string shown) =>
        Assert.Equal(shown, Of(key, "secret", "a@b.c").MaskedKey);

    [Theory]
    [InlineData("trader@example.com", "t***@example.com")]
    [InlineData("@example.com", "***")]
    [InlineData("nonsense", "***")]
    public void An_email_shows_its_first_character_and_its_domain(string email, string shown) =>
        Assert.Equal(shown, Of("abc12f00dfeed0000cafe6789", "secret", email).MaskedEmail);

    [Fact]
    public void Credentials_print_and_serialise_masked()
    {
        var credentials = BitoProBench.Credentials();
        var shown =
            $"{credentials} {System.Text.Json.JsonSerializer.Serialize(credentials)} "
            + System.Text.Json.JsonSerializer.Serialize(
                new BitoProConnection(BitoProConnection.LiveAddress, credentials)
            )
            + new BitoProConnection(BitoProConnection.LiveAddress, credentials);

        Assert.Contains("abc12...6789", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.ApiKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.ApiSecret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.Email, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_variables_are_named_and_nothing_else_is_shown()
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BITOPRO_API_KEY"] = " ",
            ["BITOPRO_API_SECRET"] = BitoProBench.ApiSecret,
        };

        var error = Caught.Error(
            "BitoPro.CredentialsMissing",
            () => BitoProCredentials.FromEnvironment(environment.GetValueOrDefault)
        );

        Assert.Contains("BITOPRO_API_KEY, BITOPRO_EMAIL are not set", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("BITOPRO_API_SECRET", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.ApiSecret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_three_variables_make_credentials()
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BITOPRO_API_KEY"] = BitoProBench.ApiKey,
            ["BITOPRO_API_SECRET"] = BitoProBench.ApiSecret,
            ["BITOPRO_EMAIL"] = BitoProBench.Email,
        };

        Assert.Equal("abc12...6789", BitoProCredentials.FromEnvironment(environment.GetValueOrDefault).MaskedKey);
    }

    [Fact]
    public void No_error_about_credentials_ever_shows_them() =>
        Always.Holds(
            from noise in Gen.Elements("\r", "\n", "\0", " ", "\t", "é", "　", "x")
            from secret in Gen.Elements("s3cr3t-s3cr3t-s3cr3t", "k3y-k3y-k3y-k3y-k3y")
            from atStart in Gen.Elements(true, false)
            select (Text: atStart ? noise + secret : secret + noise, Core: secret),
            sample =>
            {
                try
                {
                    var made = Of(sample.Text, sample.Text, sample.Text);
                    Assert.DoesNotContain(sample.Core, $"{made} {made.MaskedEmail}", StringComparison.Ordinal);
                }
                catch (ExchangeException error)
                {
                    Assert.DoesNotContain(sample.Core, error.ToString() + error.Remedy, StringComparison.Ordinal);
                }
            }
        );

    [Fact]
    public void A_key_that_no_header_can_carry_is_refused_before_anything_is_sent() =>
        Caught.Error("BitoPro.CredentialsInvalid", () => Of("abc12f00dféed0000cafe6789", "secret", "a@b.c"));

    private static BitoProCredentials Of(string key, string secret, string email) =>
        BitoProCredentials.From(Secret.From(key), Secret.From(secret), email);
}
