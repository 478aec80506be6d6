using System.Globalization;

namespace Exchange;

/// <summary>Picks the language of a label by the UI culture: Chinese or English, one language per label.</summary>
public static class Language
{
    /// <summary>True when people here read Chinese.</summary>
    public static bool IsChinese =>
        CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    /// <summary>One of the two.</summary>
    public static string Choose(string english, string chinese) => IsChinese ? chinese : english;
}
