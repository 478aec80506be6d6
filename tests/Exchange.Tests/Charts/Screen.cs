using System.Text.RegularExpressions;
using Exchange.Charts;

namespace Exchange.Tests.Charts;

/// <summary>What a terminal shows of lines.</summary>
internal static partial class Screen
{
    /// <summary>Columns without escape sequences.</summary>
    public static int Columns(string line) => TerminalText.Columns(Escapes().Replace(line, ""));

    public static void Shows(string expected, IReadOnlyList<string> lines) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines));

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.None, 1000)]
    private static partial Regex Escapes();
}
