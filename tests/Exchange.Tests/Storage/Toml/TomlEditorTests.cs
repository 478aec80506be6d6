using Exchange.Storage.Toml;

namespace Exchange.Tests.Storage.Toml;

public sealed class TomlEditorTests
{
    // okx-account.md 2.1.
    private const string Example = """"
        # my comment stays
        default_profile = "okx-demo"
        knowledge_dir = "context-kg"        # reserved

        [profiles.okx-demo]
        site = "eea"
        demo = true
        passphrase = '''Str0ng#Pass"phrase'1'''   # both quote kinds
        timeout_ms = 20000

        # the second desk
        # lives in New York
        [profiles."desk.2"]                 # name with a dot must be quoted
        site = "us"
        future_option = [1, 2]              # unknown: kept

        """";

    // path; value; before; after
    public static TheoryData<string, string, string, string> Sets =>
        new()
        {
            // In place.
            { "a", "x", "a = 1 # c\nb = 2", "a = \"x\" # c\nb = 2" },
            { "a", "x", "a='x' # kept as it is", "a='x' # kept as it is" },
            { "a", "x", "a = \"\"\"\ny\"\"\"# c\n", "a = \"x\"# c\n" },
            { "t.a", "x", "[t]\r\n a\t=\t[1, # c\r\n 2]\r\n", "[t]\r\n a\t=\t\"x\"\r\n" },
            { "t.a", "x", "t.a = 1\nt.b = 2\n", "t.a = \"x\"\nt.b = 2\n" },
            { "t.a", "x", "t = { a = 1, b = 2 } # c\n", "t = { a = \"x\", b = 2 } # c\n" },
            { "t.u.a", "x", "t = { u.a = 1 }\n", "t = { u.a = \"x\" }\n" },
            // A new key at the top: before the first header, and above the comments that belong to it.
            { "n", "x", "", "n = \"x\"\n" },
            { "n", "x", "# c", "# c\nn = \"x\"\n" },
            { "n", "x", "a = 1\n\n[t]\n", "a = 1\nn = \"x\"\n\n[t]\n" },
            { "n", "x", "a = 1 # c", "a = 1 # c\nn = \"x\"\n" },
            { "n", "x", "# file\n\n# t\n[t]\n", "# file\n\nn = \"x\"\n\n# t\n[t]\n" },
            { "n", "x", "[[t]]\r\n", "n = \"x\"\r\n\r\n[[t]]\r\n" },
            // A new key of a table: after its last one.
            { "t.n", "x", "[t]\na = 1 # c\n\n# u\n[u]\n", "[t]\na = 1 # c\nn = \"x\"\n\n# u\n[u]\n" },
            { "t.n", "x", "[t] # c\n[u]\n", "[t] # c\nn = \"x\"\n[u]\n" },
            { "t.n", "x", "[t]\n  a = 1\n", "[t]\n  a = 1\n  n = \"x\"\n" },
            { "t.n", "x", "[t]\na = [\n1]", "[t]\na = [\n1]\nn = \"x\"\n" },
            { "t.n", "x", "[t.u]\nb = 1\n[t]\na = 1\n", "[t.u]\nb = 1\n[t]\na = 1\nn = \"x\"\n" },
            // In the form that the table has.
            { "t.n", "x", "t.a = 1\nb = 2\n", "t.a = 1\nt.n = \"x\"\nb = 2\n" },
            { "p.t.n", "x", "[p]\nt.a = 1\n[q]\n", "[p]\nt.a = 1\nt.n = \"x\"\n[q]\n" },
            { "t.n", "x", "t = {}\n", "t = { n = \"x\" }\n" },
            { "t.n", "x", "t = { a = 1 }\n", "t = { a = 1, n = \"x\" }\n" },
            { "p.t.n", "x", "p = { q = { a = 1 } }\n", "p = { q = { a = 1 }, t.n = \"x\" }\n" },
            { "p.t.n", "x", "p = { t.a = 1 }\n", "p = { t.a = 1, t.n = \"x\" }\n" },
            // A new table: at the end, after one empty line.
            { "t.n", "x", "", "[t]\nn = \"x\"\n" },
            { "t.n", "x", "a = 1", "a = 1\n\n[t]\nn = \"x\"\n" },
            { "t.n", "x", "a = 1\n", "a = 1\n\n[t]\nn = \"x\"\n" },
            { "t.n", "x", "a = 1\n\n", "a = 1\n\n[t]\nn = \"x\"\n" },
            { "t.n", "x", "a = 1\r\n# end", "a = 1\r\n# end\r\n\r\n[t]\r\nn = \"x\"\r\n" },
            { "t.n", "x", "[t.u]\nb = 1\n", "[t.u]\nb = 1\n\n[t]\nn = \"x\"\n" },
            { "p.t.n", "x", "p.q.a = 1\n", "p.q.a = 1\n\n[p.t]\nn = \"x\"\n" },
            { "p.desk 2.n", "x", "", "[p.\"desk 2\"]\nn = \"x\"\n" },
        };

    // path; before; after
    public static TheoryData<string, string, string> Removals =>
        new()
        {
            { "a", "b = 1\n", "b = 1\n" },
            { "a", "# c\na = 1 # gone with it\nb = 2", "# c\nb = 2" },
            { "t.a", "[t]\na = '''\n'''\nb = 1", "[t]\nb = 1" },
            {
                "t",
                "x = 1\n\n# u\n\n# t1\n# t2\n[t]\na = 1\n# in it\nb = 2 # c\n\n# v\n[v]\n",
                "x = 1\n\n# u\n\n\n# v\n[v]\n"
            },
            { "t", "[t]\na = 1\n[v]\nb = 1\n[t.u]\nc = 1\n[w]\n", "[v]\nb = 1\n[w]\n" },
            { "t", "[tt]\na = 1\r\n# t\r\n[t]\r\na = 1", "[tt]\na = 1\r\n" },
            { "t", "[t.u]\na = 1\n[[t.v]]\na = 1\n[[t.v]]\n[z]\n", "[z]\n" },
            { "t", "t.a = 1\nb = 1\nt.c = 2\n", "b = 1\n" },
            { "p.t", "[p]\nt.a = 1\nb = 1\n[p.t.u]\na = 1\n", "[p]\nb = 1\n" },
            { "p.t", "p = { t = { a = 1 }, u = 2 }\n", "p = { u = 2 }\n" },
            { "p.t", "p = { u = 2, t = { a = 1 } }\n", "p = { u = 2 }\n" },
            { "p.t", "p = { t = 1 } # c\n", "p = {} # c\n" },
            { "p.t", "p = { t.a = 1, t.b = 2, v = 3, t.c = 4, w = 5 }\n", "p = { v = 3, w = 5 }\n" },
            { "p.t.a", "p = { t = { a = 1, b = 2 }, v = 3 }\n", "p = { t = { b = 2 }, v = 3 }\n" },
        };

    // path; before
    public static TheoryData<string, string> Refused =>
        new()
        {
            { "t", "[t]\n" },
            { "t", "t = {}\n" },
            { "t", "[[t]]\n" },
            { "t.a", "t = 1\n" },
            { "t.a", "[[t]]\n" },
            { "t.u.a", "t = [{ u = {} }]\n" },
        };

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_value_is_set_where_it_belongs_and_nothing_else_changes(
        string path,
        string value,
        string before,
        string after
    ) => Assert.Equal(after, Set(before, path, TomlToken.Of(value)));

    [Theory]
    [MemberData(nameof(Removals))]
    public void What_is_removed_takes_its_own_lines_with_it(string path, string before, string after) =>
        Assert.Equal(after, TomlEditor.Remove(TomlDocument.Parse(before), path.Split('.')).Text);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_changed_in_place_is_refused(string path, string before) =>
        Assert.Throws<TomlEditException>(() => Set(before, path, TomlToken.Of("x")));

    [Fact]
    public void The_example_of_the_contract_keeps_all_but_one_token()
    {
        var changed = Set(Example, "default_profile", TomlToken.Of("desk.2"));

        Assert.Equal(Example.Replace("\"okx-demo\"", "\"desk.2\"", StringComparison.Ordinal), changed);
    }

    [Fact]
    public void A_removed_profile_leaves_every_other_line_as_it_was()
    {
        var changed = TomlEditor.Remove(TomlDocument.Parse(Example), ["profiles", "desk.2"]).Text;

        Assert.Equal(Example[..Example.IndexOf("# the second desk", StringComparison.Ordinal)], changed);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a\"b", "'a\"b'")]
    [InlineData(@"a\b", @"'a\b'")]
    [InlineData("a\"b'c", "\"a\\\"b'c\"")]
    [InlineData("a\\b'c", "\"a\\\\b'c\"")]
    [InlineData("a\tb\u0001\u007f", "\"a\\tb\\u0001\\u007F\"")]
    [InlineData("a\"\n", "\"a\\\"\\n\"")]
    [InlineData("密码#\U0001F511", "\"密码#\U0001F511\"")]
    public void A_string_is_written_in_the_simplest_form_that_holds_it(string value, string written) =>
        Assert.Equal(written, TomlToken.Of(value).Written);

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        Assert.Throws<TomlEditException>(() => TomlToken.Of("a\ud800b"));
        Assert.Throws<TomlEditException>(() => Set("", "a\udc00 .k", TomlToken.Of(true)));
    }

    [Fact]
    public void Truth_values_and_integers_are_written_plain()
    {
        var changed = Set(Set("", "demo", TomlToken.Of(true)), "timeout_ms", TomlToken.Of(-9_000_000_000));

        Assert.Equal("demo = true\ntimeout_ms = -9000000000\n", changed);
    }

    private static string Set(string text, string path, TomlToken value) =>
        TomlEditor.Set(TomlDocument.Parse(text), path.Split('.'), value).Text;
}
