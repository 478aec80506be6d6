using System.Globalization;

namespace Exchange.Faults.Files;

/// <summary>
/// A file of named values. Each writer has four names of its own that it sets in turn, so that it knows before every edit what must
/// stand there: a lost edit is seen by the next one.
/// </summary>
internal abstract class SlottedFile : ISharedFile
{
    private const int Slots = 4;
    private const int RemovalEvery = 9;

    /// <summary>Multiples of it are edits that put something in.</summary>
    public const int NeverRemoves = RemovalEvery;

    public abstract string Name { get; }

    public abstract string FileName { get; }

    public virtual string[] Locks => [$"{FileName}.lock"];

    /// <summary>Texts of the file that belong to others.</summary>
    protected abstract string[] Foreign { get; }

    /// <summary>Whether values are taken out too.</summary>
    protected virtual bool Removes => true;

    public abstract Task PrepareAsync(string folder);

    public async Task<string> EditAsync(string folder, int writer, int number)
    {
        var name = NameOf(writer, number % Slots);
        if (Value(number) is { } value)
        {
            await PutAsync(folder, name, value);
            return "put";
        }
        // Killed after it was done, it is done already.
        if (Values(folder).ContainsKey(name))
        {
            await RemoveAsync(folder, name);
        }
        return "removed";
    }

    public string? Missing(string folder, int writer, int number)
    {
        var values = Values(folder);
        for (var slot = 0; slot < Slots; slot++)
        {
            var found = values.GetValueOrDefault(NameOf(writer, slot));
            var isBefore = found == Expected(slot, number - 1);
            var isDoneAlready = slot == number % Slots && found == Value(number);
            if (!isBefore && !isDoneAlready)
            {
                return $"{NameOf(writer, slot)} is {found ?? "gone"} before edit {number}, not {Expected(slot, number - 1) ?? "gone"}";
            }
        }
        return null;
    }

    public string? Torn(string folder)
    {
        try
        {
            Values(folder);
        }
        catch (Exception trouble)
        {
            return trouble.Message;
        }
        var text = Text(folder);
        return Array.Find(Foreign, part => !text.Contains(part, StringComparison.Ordinal)) is { } gone
            ? $"what belongs to others has changed: {gone}"
            : null;
    }

    public IEnumerable<string> Lost(string folder, IReadOnlyList<(int Writer, int Number, string Left)> reported) =>
        reported
            .GroupBy(edit => edit.Writer)
            .Select(edits => Missing(folder, edits.Key, edits.Max(edit => edit.Number) + 1))
            .OfType<string>();

    protected abstract Task PutAsync(string folder, string name, string value);

    protected abstract Task RemoveAsync(string folder, string name);

    /// <summary>What stands in the file.</summary>
    protected abstract IReadOnlyDictionary<string, string> Values(string folder);

    /// <summary>The file as it can be searched for what belongs to others.</summary>
    protected virtual string Text(string folder) => File.ReadAllText(Path.Combine(folder, FileName));

    private string? Value(int number) =>
        Removes && number % RemovalEvery == RemovalEvery - 1
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"value-{number}");

    private string? Expected(int slot, int last)
    {
        for (var number = last; number >= 0; number--)
        {
            if (number % Slots == slot)
            {
                return Value(number);
            }
        }
        return null;
    }

    private static string NameOf(int writer, int slot) =>
        string.Create(CultureInfo.InvariantCulture, $"writer-{writer}-{slot}");
}
