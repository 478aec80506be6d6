using System.Text;
using System.Text.Json;

namespace Exchange.Faults.Secrets;

/// <summary>A value that nobody may see, and the forms in which it could be seen all the same.</summary>
/// <param name="Kind">Such as <c>BitoPro API secret</c>.</param>
/// <param name="Value">The value; long and like nothing else.</param>
internal sealed record PlantedSecret(string Kind, string Value)
{
    /// <summary>The first form of it in the text; null when there is none.</summary>
    public string? In(string text) =>
        Forms.FirstOrDefault(form => text.Contains(form.Text, StringComparison.OrdinalIgnoreCase)) is { Name: { } name }
            ? $"{Kind} as {name}"
            : null;

    private (string Name, string Text)[] Forms
    {
        get
        {
            // Of keys only 32 bytes are used; 30 are whole groups of Base64.
            var start = Encoding.UTF8.GetBytes(Value)[..30];
            return
            [
                ("text", Value),
                ("Base64", Convert.ToBase64String(start)),
                ("Base64 for addresses", Convert.ToBase64String(start).Replace('+', '-').Replace('/', '_')),
                ("hex", Convert.ToHexString(start)),
                ("part of an address", Uri.EscapeDataString(Value)),
                ("JSON", JsonSerializer.Serialize(Value)[1..^1]),
                ("its first half", Value[..(Value.Length / 2)]),
                ("its second half", Value[(Value.Length / 2)..]),
            ];
        }
    }
}
