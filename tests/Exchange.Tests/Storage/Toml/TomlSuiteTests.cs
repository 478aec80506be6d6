using System.Text.Json;
using Exchange.Storage.Toml;

namespace Exchange.Tests.Storage.Toml;

public sealed class TomlSuiteTests
{
    public static TheoryData<string> Valid => TomlSuite.Files("valid");

    public static TheoryData<string> Invalid => TomlSuite.Files("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_says_what_the_suite_says(string name)
    {
        var document = TomlDocument.Parse(TomlSuite.Toml(name));

        using var expected = JsonDocument.Parse(TomlSuite.Json(name));
        TomlTags.AssertSame(expected.RootElement, document.Root, "");
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_is_written_as_it_was_read(string name)
    {
        var bytes = TomlSuite.Toml(name);

        var written = TomlDocument.Parse(bytes).ToBytes();

        var hasMark = bytes.AsSpan().StartsWith("\uFEFF"u8);
        Assert.Equal(hasMark ? bytes[3..] : bytes, written);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_file_is_an_error_with_a_place(string name)
    {
        var bytes = TomlSuite.Toml(name);

        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(bytes));

        Assert.InRange(error.Line, 1, bytes.Count(b => b == '\n') + 1);
        Assert.InRange(error.Column, 1, bytes.Length + 1);
    }
}
