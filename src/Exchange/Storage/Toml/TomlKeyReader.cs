namespace Exchange.Storage.Toml;

/// <summary>Reads keys: bare, quoted, dotted (TOML 1.0.0, "Keys").</summary>
internal static class TomlKeyReader
{
    /// <summary>The parts of a key. Afterwards the scanner stands behind blanks on what follows the key.</summary>
    public static List<string> Read(TomlScanner scanner)
    {
        var parts = new List<string>(2);
        do
        {
            scanner.SkipBlanks();
            parts.Add(ReadPart(scanner));
            scanner.SkipBlanks();
        } while (scanner.TryTake('.'));
        return parts;
    }

    public static bool IsBare(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static string ReadPart(TomlScanner scanner)
    {
        if (scanner.Current is '"' or '\'')
        {
            var quote = scanner.Current;
            scanner.Position++;
            return TomlStringReader.ReadLine(scanner, quote);
        }
        var start = scanner.Position;
        while (IsBare(scanner.Current))
        {
            scanner.Position++;
        }
        return scanner.Position > start
            ? scanner.Text[start..scanner.Position]
            : throw scanner.Error("A key is expected here");
    }
}
