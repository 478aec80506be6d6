namespace Exchange.Help;

/// <summary>An example as a session at a prompt: what is typed stands behind a prompt, what appears does not.</summary>
internal static class SessionText
{
    private const string Prompt = "PS> ";
    private const string Continuation = ">>  ";

    public static string Of(PageExample example)
    {
        var lines = example.Code.ReplaceLineEndings("\n").Split('\n');
        var typed = lines.Select((line, i) => (IsContinued(lines, i) ? Continuation : Prompt) + line);
        var session = string.Join('\n', typed.Select(line => line.TrimEnd()));
        return example.Output.Length == 0 ? session : $"{session}\n\n{example.Output}";
    }

    // Inside a here-string, an open bracket, or a line that is indented under another.
    private static bool IsContinued(string[] lines, int at)
    {
        var before = lines[..at];
        var isQuoted =
            before.Count(line => line.EndsWith("@'", StringComparison.Ordinal))
            > before.Count(line => line.StartsWith("'@", StringComparison.Ordinal));
        return isQuoted || lines[at] is ['}' or ')' or ' ', ..];
    }
}
