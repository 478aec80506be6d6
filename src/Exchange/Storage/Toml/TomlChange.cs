using System.Text;

namespace Exchange.Storage.Toml;

/// <summary>Some characters of a text, and what takes their place.</summary>
internal readonly record struct TomlChange(int Start, int End, string Text)
{
    /// <summary>The text after changes that do not overlap and stand in its order.</summary>
    public static string Apply(string text, IReadOnlyList<TomlChange> changes)
    {
        var result = new StringBuilder(text.Length + 100);
        var done = 0;
        foreach (var change in changes)
        {
            result.Append(text, done, change.Start - done).Append(change.Text);
            done = change.End;
        }
        return result.Append(text, done, text.Length - done).ToString();
    }
}
