using System.Text;
using Exchange.Storage.Toml;

namespace Exchange.Tests.Storage.Toml;

public sealed class TomlReaderTests
{
    private const int Deep = 10_000;

    // text; line; column
    public static TheoryData<string, int, int> Mistakes =>
        new()
        {
            { "secret = hidden\n", 1, 10 },
            { "a = 1\r\nb = \"hidden\n", 2, 12 },
            { "a = 1\na = 'hidden'", 2, 1 },
            { "[t]\n\n[t] # hidden", 3, 1 },
            { "a = '密\U0001F511' hidden", 1, 10 },
            { "a = \"hidden\\x\"", 1, 12 },
            { "a = [1, 2", 1, 10 },
            { "hidden", 1, 7 },
            { "a = 1\0hidden", 1, 6 },
        };

    public static TheoryData<string, string> DeepShapes =>
        new()
        {
            { "arrays", $"a = {Repeat("[", Deep)}{Repeat("]", Deep)}" },
            { "inline tables", $"a = {Repeat("{ a = ", Deep)}1{Repeat("}", Deep)}" },
            { "dotted keys", $"{Repeat("a.", Deep)}a = 1" },
            { "headers", $"[{Repeat("a.", Deep)}a]\nb = 1" },
            { "arrays that never end", $"a = {Repeat("[", Deep)}" },
            { "inline tables that never end", $"a = {Repeat("{ a = ", Deep)}" },
        };

    private static readonly Dictionary<string, Func<string>> Large = new(StringComparer.Ordinal)
    {
        ["keys"] = () => Numbered(i => $"key{i} = \"a value of some length\" # and a comment\n"),
        ["tables"] = () => Numbered(i => $"[t{i}]\na = 1\nb.c = 0xff\n"),
        ["tables of arrays"] = () => Numbered(_ => "[[t.u]]\na = 1.5\nb = 1979-05-27 07:32:00Z\n"),
        ["one array"] = () => $"a = [{Numbered(i => $"{i}, ")}]",
        ["one inline table"] = () => $"a = {{ {Numbered(i => $"k{i} = true, ")}end = 1 }}",
        ["one string"] = () => $"a = '''{Numbered(_ => "words 'and' \"quotes\"\r\n")}'''",
        ["one string of escapes"] = () => $"a = \"{Numbered(_ => "\\u00e4\\\"")}\"",
        ["quotes"] = () => $"a = \"\"\"{Numbered(_ => "\"\" ")}\"\"\"",
        ["one comment"] = () => $"#{Numbered(_ => "words ")}",
        ["empty lines"] = () => Numbered(_ => "\n \r\n\t\n"),
        ["one number"] = () => $"a = {Numbered(_ => "1_234567")}",
    };

    public static TheoryData<string> LargeShapes => [.. Large.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_by_its_place_and_shows_nothing_of_the_text(string text, int line, int column)
    {
        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(text));

        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_mistake_with_a_place()
    {
        Assert.Contains("UTF-8", Invalid([(byte)'\n', (byte)'#', 0xC3, 0x28]).Reason, StringComparison.Ordinal);
        Assert.Equal(
            (2, 2),
            (Invalid([(byte)'\n', (byte)'#', 0xFF]).Line, Invalid([(byte)'\n', (byte)'#', 0xFF]).Column)
        );
        Assert.Contains("UTF-8", Invalid([0xEF, 0xBB, 0xBF, 0xED, 0xA0, 0x80]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_read_over_and_not_written()
    {
        var document = TomlDocument.Parse("\uFEFFa = 1\r\n"u8);

        Assert.Equal("a = 1\r\n"u8, document.ToBytes());
        Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse("a = 1\n\uFEFFb = 2"u8));
    }

    [Theory]
    [MemberData(nameof(DeepShapes))]
    public void Ten_thousand_levels_need_no_stack(string shape, string text)
    {
        if (shape.EndsWith("end", StringComparison.Ordinal))
        {
            Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(text));
            return;
        }

        var changed = TomlEditor.Set(TomlDocument.Parse(text), ["z"], TomlToken.Of(true));

        Assert.Equal(text.Length + "z = true\n".Length + 1, changed.Text.Length);
    }

    // Whoever reads these ten megabytes twice for each character of them, or of a line, is not done before the limit.
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(LargeShapes))]
    public Task Ten_megabytes_are_read_in_one_pass(string shape) =>
        Task.Run(
            () =>
            {
                var document = TomlDocument.Parse(Encoding.UTF8.GetBytes(Large[shape]()));
                Assert.True(document.Text.Length >= 10_000_000);
            },
            TestContext.Current.CancellationToken
        );

    private static TomlSyntaxException Invalid(byte[] bytes) =>
        Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(bytes));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Numbered(Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < 10_000_000; i++)
        {
            text.Append(line(i));
        }
        return text.ToString();
    }
}
