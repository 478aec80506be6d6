using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>What can be wrong with the configuration file (okx-account.md section 11). None of them shows a value of it.</summary>
internal static class OkxConfigErrors
{
    private const string Quoting =
        "Quote a text with #, \\ or \" as '…', one with ' as \"…\", one with both as '''…'''.";

    public static ExchangeException NotParsed(string path, TomlSyntaxException trouble) =>
        OkxError.Config($"Failed to parse {path}: {trouble.Message}.", Quoting);

    public static ExchangeException NotInPlace(string path, TomlEditException trouble) =>
        OkxError.Config(
            $"{path} cannot be changed without rewriting more than was asked for: {trouble.Message}.",
            "Change it in an editor; it is as it was."
        );

    public static ExchangeException NotRead(string path, Exception trouble) =>
        Storage($"{path} cannot be read: {trouble.Message}", "Check that it is a file, is yours, and may be read.");

    public static ExchangeException NotWritten(string path, Exception trouble) =>
        Storage(
            $"{path} cannot be written; it is as it was. {trouble.Message}",
            "Check that its folder is yours and may be written, and that the disk has room."
        );

    public static ExchangeException ChangedMeanwhile(string path) =>
        Storage(
            $"{path} is being changed by another program; it was not written.",
            "Close the other program, then repeat."
        );

    private static ExchangeException Storage(string message, string remedy) =>
        new("Okx.ConfigError", ErrorKind.Storage, message) { Remedy = remedy };
}
