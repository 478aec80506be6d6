using System.Text;
using Exchange.Storage.Toml;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Storage.Toml;

public sealed class TomlProperties
{
    private const string Planted = "planted-secret";

    private static readonly string[] Names = ["a", "b", "profiles", "\"x.y\"", "'q'"];

    private static readonly Gen<string> Name = Gen.Elements(Names);

    private static readonly Gen<string> Word = Gen.Elements(
        "1",
        "0xff",
        "1.5e3",
        "true",
        "nan",
        "07:32:00",
        "1979-05-27",
        "1979-05-27 07:32:00+01:00",
        "[]",
        "[1, [2], # c\n 3]",
        "{}",
        "{ a = 1 }",
        "{ b.c = 1, 'd e' = [2] }",
        "'lit\\'",
        "\"b\\u00e4 # no\"",
        "'''\nmany\nlines'''",
        "\"\"\"x\\\n  y\"\"\""
    );

    private static readonly Gen<string> Key =
        from parts in Name.NonEmptyListOf()
        select string.Join(".", parts.Take(3));

    private static readonly Gen<string> Line = Gen.Frequency(
        (
            6,
            from key in Key
            from blank in Gen.Elements("", " ", "\t")
            from word in Word
            from end in End
            select $"{key}{blank}={blank}{word}{end}"
        ),
        (3, from key in Key from end in End select $"[{key}]{end}"),
        (1, from key in Key from end in End select $"[[{key}]]{end}"),
        (2, Gen.Elements("# a comment", "  # another", "", "", "   "))
    );

    private static Gen<string> End => Gen.Elements("", "", " # " + Planted, "\t#");

    /// <summary>Documents of every form; a line that would make them invalid is left out.</summary>
    private static readonly Gen<TomlDocument> Documents =
        from lines in Line.ListOf()
        from lineEnd in Gen.Elements("\n", "\n", "\r\n")
        from isOpen in Gen.Elements(true, false)
        select ValidLines(lines, lineEnd, isOpen);

    private static readonly Gen<string[]> Paths =
        from names in Gen.Elements("a", "b", "profiles", "x.y", "q", "new", "also new").NonEmptyListOf()
        select names.Take(3).ToArray();

    private static readonly Gen<string> Texts =
        from text in ArbMap.Default.GeneratorFor<string>()
        select string.Concat((text ?? "").EnumerateRunes().Select(rune => rune.ToString()));

    private static readonly Gen<TomlToken> Tokens = Gen.OneOf(
        Texts.Select(TomlToken.Of),
        Gen.Elements(true, false).Select(TomlToken.Of),
        ArbMap.Default.GeneratorFor<long>().Select(TomlToken.Of)
    );

    [Fact]
    public void Any_text_is_read_back_as_it_was_set() =>
        Always.Holds(
            from name in Texts
            from text in Texts
            select (name, text),
            set =>
            {
                var document = TomlEditor.Set(TomlDocument.Parse("[z]\n"), ["t", set.name], TomlToken.Of(set.text));

                var read = TomlDocument.Parse(document.ToBytes());
                Assert.Equal(set.text, Assert.IsType<TomlScalar>(read.Find(["t", set.name])).Text);
            },
            tests: 400
        );

    [Fact]
    public void A_set_value_is_read_back_and_no_other_byte_is_touched() =>
        Always.Holds(
            from document in Documents
            from path in Paths
            from token in Tokens
            select (document, path, token),
            set =>
            {
                var before = set.document;
                if (Edited(() => TomlEditor.Set(before, set.path, set.token)) is not { } after)
                {
                    return;
                }

                var value = Assert.IsType<TomlScalar>(after.Find(set.path));
                Assert.Equal((set.token.Kind, set.token.Text), (value.Kind, value.Text));
                var removed = before.Find(set.path) is { } old ? old.End - old.Start : BlanksInBraces(before, set.path);
                AssertOneChange(before.Text, after.Text, removed);
            },
            tests: 600
        );

    [Fact]
    public void Setting_and_removing_a_new_key_says_what_the_document_said() =>
        Always.Holds(
            from document in Documents
            from path in Paths
            from token in Tokens
            select (document, path, token),
            set =>
            {
                if (
                    set.document.Find(set.path) is null
                    && Edited(() => TomlEditor.Set(set.document, set.path, set.token)) is { } after
                    && set.path.Length == 1
                )
                {
                    var restored = TomlEditor.Remove(after, set.path);
                    Assert.True(TomlComparison.IsSame(set.document.Root, restored.Root));
                }
            },
            tests: 400
        );

    [Fact]
    public void What_is_removed_is_gone_and_every_line_that_stays_is_as_it_was() =>
        Always.Holds(
            from document in Documents
            from path in Paths
            select (document, path),
            set =>
            {
                if (Edited(() => TomlEditor.Remove(set.document, set.path)) is not { } after)
                {
                    return;
                }

                Assert.Null(after.Find(set.path));
                AssertSubsequence(after.Text, set.document.Text);
            },
            tests: 600
        );

    [Fact]
    public void Random_bytes_are_a_document_or_a_mistake_and_nothing_else() =>
        Always.Holds(
            Gen.OneOf(
                ArbMap.Default.GeneratorFor<byte[]>(),
                Gen.Elements([.. "[]{}\"'\\=.,#\n\r\t _-+:0123456789abefinorstuxTZU\u007f\0"u8]).ArrayOf(),
                from document in Documents
                from at in Gen.Choose(0, 1000)
                from value in Gen.Choose(0, 255)
                select Broken(document.ToBytes(), at, (byte)value)
            ),
            bytes =>
            {
                try
                {
                    TomlDocument.Parse(bytes);
                }
                catch (TomlSyntaxException error)
                {
                    Assert.DoesNotContain(Planted, error.ToString(), StringComparison.Ordinal);
                }
            },
            tests: 2000
        );

    private static TomlDocument? Edited(Func<TomlDocument> edit)
    {
        try
        {
            return edit();
        }
        catch (TomlEditException error)
        {
            Assert.DoesNotContain(Planted, error.ToString(), StringComparison.Ordinal);
            return null;
        }
    }

    private static TomlDocument ValidLines(IEnumerable<string> lines, string lineEnd, bool isOpen)
    {
        var document = TomlDocument.Parse("");
        foreach (var line in lines)
        {
            var text = line.Replace("\n", lineEnd, StringComparison.Ordinal);
            try
            {
                document = TomlDocument.Parse(document.Text + text + lineEnd);
            }
            catch (TomlSyntaxException)
            {
                continue;
            }
        }
        return isOpen && document.Text.EndsWith(lineEnd, StringComparison.Ordinal)
            ? TomlDocument.Parse(document.Text[..^lineEnd.Length])
            : document;
    }

    // An empty inline table loses the blanks between its braces.
    private static int BlanksInBraces(TomlDocument document, string[] path) =>
        Enumerable
            .Range(1, path.Length - 1)
            .Select(depth => document.Find(path[..depth]))
            .OfType<TomlTable>()
            .Where(table => table is { Form: TomlTableForm.Inline, Written.Count: 0 })
            .Sum(table => table.End - table.Start - 2);

    private static void AssertOneChange(string before, string after, int removed)
    {
        var head = before.AsSpan().CommonPrefixLength(after);
        var tail = 0;
        while (tail < Math.Min(before.Length, after.Length) - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }
        Assert.True(head + tail >= before.Length - removed, $"More than {removed} characters were touched.");
    }

    private static void AssertSubsequence(string shorter, string longer)
    {
        var at = 0;
        foreach (var c in longer)
        {
            at += at < shorter.Length && shorter[at] == c ? 1 : 0;
        }
        Assert.Equal(shorter.Length, at);
    }

    private static byte[] Broken(byte[] bytes, int at, byte value)
    {
        if (bytes.Length > 0)
        {
            bytes[at % bytes.Length] = value;
        }
        return bytes;
    }
}
