#nullable disable
using System.Text.RegularExpressions;

namespace System.Management.Automation;

/// <summary>Asks that the text of an argument match a regular expression.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidatePatternAttribute : ValidateEnumeratedArgumentsAttribute
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public ValidatePatternAttribute(string regexPattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(regexPattern);
        RegexPattern = regexPattern;
    }

    public string RegexPattern { get; }

    public RegexOptions Options { get; set; } = RegexOptions.IgnoreCase;

    protected override void ValidateElement(object element)
    {
        var text = LanguagePrimitives.ConvertTo<string>(element) ?? "";
        if (!Regex.IsMatch(text, RegexPattern, Options, Patience))
        {
            throw new ValidationMetadataException($"\"{text}\" does not match the pattern {RegexPattern}.");
        }
    }
}
