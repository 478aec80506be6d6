using System.Collections;
using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>What has been typed of another parameter, as the engine hands it to a completer: a text, a list of texts, wrapped or not.</summary>
internal static class TypedTexts
{
    public static IEnumerable<string> Of(object? value)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        return value switch
        {
            string text => [text],
            IEnumerable several => several.Cast<object?>().SelectMany(Of),
            _ => [],
        };
    }
}
