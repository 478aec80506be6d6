namespace Exchange.Storage.Toml;

/// <summary>A change would need more than an edit of the place that it concerns. Tells the reason, never a character of the text.</summary>
internal sealed class TomlEditException(string reason) : Exception(reason);
