using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Text;
using System.Text.Json;
using Exchange.Storage;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Storage;

public sealed class SecretTests
{
    private static FsCheck.Gen<string> SecretTexts =>
        from letters in Gen.Elements("abcXYZ0123456789+/=台幣é🚀".EnumerateRunes().Select(rune => rune.ToString()))
            .ListOf(24)
        select "s3c" + string.Concat(letters);

    [Fact]
    public void No_view_of_a_secret_ever_shows_it() =>
        Always.Holds(
            SecretTexts,
            text =>
            {
                var secret = Secret.From(text);
                string[] views =
                [
                    secret.ToString(),
                    $"{secret}",
                    string.Format(CultureInfo.InvariantCulture, "{0}", secret),
                    JsonSerializer.Serialize(secret),
                    JsonSerializer.Serialize(new { Inner = secret, All = new[] { secret } }),
                    new { secret }.ToString()!,
                    $"{(secret, 1)}",
                    .. PublicValuesOf(secret),
                ];

                Assert.All(views, view => Assert.DoesNotContain(text, view, StringComparison.Ordinal));
                Assert.All(
                    views,
                    view =>
                        Assert.DoesNotContain(
                            Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
                            view,
                            StringComparison.Ordinal
                        )
                );
            }
        );

    [Fact]
    public void No_public_member_gives_the_bytes_away_but_to_a_callback()
    {
        var members = typeof(Secret).GetMembers(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
        );

        Assert.Equal(
            "Dispose Equals Equals GetHashCode IsBlank ToString Use",
            string.Join(
                ' ',
                members.Select(member => member.Name).Where(name => name != "get_IsBlank").Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public void The_callback_gets_the_very_bytes() =>
        Always.Holds(SecretTexts, text => Assert.Equal(text, Secret.From(text).Use(Encoding.UTF8.GetString)));

    [Fact]
    public void A_secure_string_gives_the_same_bytes()
    {
        using var secure = new SecureString();
        foreach (var c in "pass台幣")
        {
            secure.AppendChar(c);
        }

        Assert.Equal(Secret.From("pass台幣"), Secret.From(secure));
    }

    [Fact]
    public void Secrets_are_equal_by_their_bytes_and_their_hash_tells_nothing()
    {
        Assert.Equal(Secret.From("one"), Secret.From("one"));
        Assert.NotEqual(Secret.From("one"), Secret.From("two"));
        Assert.Equal(Secret.From("one").GetHashCode(), Secret.From("two").GetHashCode());
        Assert.False(Secret.From("one").Equals(null));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \t", true)]
    [InlineData(" x", false)]
    public void Blank_is_nothing_or_white_space(string text, bool expected) =>
        Assert.Equal(expected, Secret.From(text).IsBlank);

    [Fact]
    public void A_disposed_secret_is_overwritten()
    {
        var secret = Secret.From("abc");

        secret.Dispose();

        Assert.Equal([0, 0, 0], secret.Use(utf8 => utf8.ToArray()));
    }

    [Fact]
    public void A_secret_is_not_read_from_JSON() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Secret>("\"abc\""));

    private static IEnumerable<string> PublicValuesOf(Secret secret) =>
        typeof(Secret)
            .GetProperties()
            .Select(property => property.GetValue(secret))
            .Concat(typeof(Secret).GetFields().Select(field => field.GetValue(secret)))
            .Select(value =>
                value is IEnumerable items and not string ? string.Join(',', items.Cast<object>()) : $"{value}"
            );
}
