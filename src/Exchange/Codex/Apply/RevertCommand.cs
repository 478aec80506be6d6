namespace Exchange.Codex.Apply;

/// <summary>A path as a literal of PowerShell, which takes typographic quotes for straight ones.</summary>
public static class PowerShellLiteral
{
    /// <summary>In single quotes; a quote inside is written twice.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{string.Concat(text.Select(c => IsQuote(c) ? $"{c}{c}" : $"{c}"))}'";
    }

    private static bool IsQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';
}

/// <summary>A line of PowerShell that puts a store back as it was (codex-auth.md 5.9).</summary>
internal static class RevertCommand
{
    /// <summary>Null when there was no store before.</summary>
    public static string? For(string storePath, string? backup) =>
        backup is null
            ? null
            : $"Copy-Item -LiteralPath {PowerShellLiteral.Of(backup)} -Destination {PowerShellLiteral.Of(storePath)}; "
                + "openclaw gateway restart";
}
