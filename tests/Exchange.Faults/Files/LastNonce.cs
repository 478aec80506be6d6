using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Exchange.BitoPro;
using Exchange.Storage;

namespace Exchange.Faults.Files;

/// <summary>The last nonce of a key: no two processes are given the same one.</summary>
internal sealed partial class LastNonce : ISharedFile
{
    private const string Key = "abc12...6789";

    public string Name => "last nonce of a key";

    // Docs/decisions, 42: named after a hash of the masked key.
    public string FileName { get; } =
        $"nonce-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)), 0, 8).ToLowerInvariant()}";

    public string[] Locks => [];

    public bool IsOnlyHelp => true;

    public Task PrepareAsync(string folder) => Task.CompletedTask;

    public Task<string> EditAsync(string folder, int writer, int number)
    {
        // Each with nothing in mind but the file, as the first nonce of a process.
        var nonces = new NonceSource(TimeProvider.System) { Folder = () => new StateFolder(folder) };
        return Task.FromResult(nonces.Next(Key).ToString(CultureInfo.InvariantCulture));
    }

    public string? Missing(string folder, int writer, int number) => null;

    public string? Torn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            // Between making it and its first number it is empty.
            return File.ReadAllText(path) is { Length: > 0 } text && !Whole().IsMatch(text) ? text : null;
        }
        catch (IOException held) when (held.GetType() == typeof(IOException))
        {
            // A writer has it at this moment; the runtime's own reading asks for that lock too.
            return null;
        }
    }

    public IEnumerable<string> Lost(string folder, IReadOnlyList<(int Writer, int Number, string Left)> reported) =>
        reported
            .GroupBy(edit => edit.Left, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} was given to {same.Count()}");

    [GeneratedRegex(@"^\d{19}\n\z", RegexOptions.None, 1000)]
    private static partial Regex Whole();
}
