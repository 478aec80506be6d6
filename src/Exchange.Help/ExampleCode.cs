namespace Exchange.Help;

/// <summary>A command in a piece of PowerShell: its name, and the parameters it is given by name.</summary>
internal sealed record CodeCommand(string Name, IReadOnlyList<string> Parameters);

/// <summary>
/// Finds the commands in a piece of PowerShell, or of a shell that calls <c>exchange</c>, as far as a page needs: words, quotes,
/// pipelines and brackets, no more of the language.
/// </summary>
internal sealed class ExampleCode
{
    private const string Console = "exchange";

    private readonly List<List<string>> _commands = [];
    private readonly Stack<List<string>> _outer = new();
    private List<string> _words = [];

    private ExampleCode() { }

    /// <summary>All commands, those in brackets after the one they belong to or before it.</summary>
    public static IReadOnlyList<CodeCommand> CommandsIn(string code)
    {
        var parts = new ExampleCode();
        parts.Read(code.ReplaceLineEndings("\n").Replace("`\n", " ", StringComparison.Ordinal));
        return [.. parts._commands.Where(words => words.Count > 0).Select(CommandOf)];
    }

    private static CodeCommand CommandOf(List<string> words)
    {
        var own = words.Count > 1 && words[0] == Console ? words[1..] : words;
        return new(
            own[0],
            [
                .. own.Skip(1)
                    .Where(word => !word.Contains(' ', StringComparison.Ordinal))
                    .Select(word => word.Trim('\''))
                    .Where(word => word.Length > 1 && word[0] == '-' && char.IsLetter(word[1]))
                    .Select(word => word[1..].Split(':')[0]),
            ]
        );
    }

    private void Read(string code)
    {
        for (var at = 0; at < code.Length; )
        {
            switch (code[at])
            {
                case '(' or '{':
                    _outer.Push(_words);
                    _words = [];
                    at++;
                    break;
                case ')' or '}':
                    EndCommand();
                    _words = _outer.Count > 0 ? _outer.Pop() : [];
                    _words.Add("()");
                    at++;
                    break;
                case '\n' or '|' or ';' or '&' or '=':
                    EndCommand();
                    at++;
                    break;
                case '#':
                    at = EndOf(code, at, letter => letter == '\n');
                    break;
                case ' ' or '\t' or ',':
                    at++;
                    break;
                default:
                    var end = EndOfWord(code, at);
                    _words.Add(code[at..end]);
                    at = end;
                    break;
            }
        }
        EndCommand();
    }

    private void EndCommand()
    {
        _commands.Add(_words);
        _words = [];
    }

    private static int EndOfWord(string code, int start) =>
        code[start] is '\'' or '"'
            ? Math.Min(code.Length, EndOf(code, start + 1, letter => letter == code[start]) + 1)
            : EndOf(code, start + 1, letter => " \t\n,;|(){}=".Contains(letter, StringComparison.Ordinal));

    private static int EndOf(string code, int start, Func<char, bool> isEnd)
    {
        var end = start;
        while (end < code.Length && !isEnd(code[end]))
        {
            end++;
        }
        return end;
    }
}
