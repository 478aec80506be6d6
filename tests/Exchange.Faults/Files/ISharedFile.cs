namespace Exchange.Faults.Files;

/// <summary>A file that several processes of ours edit, and programs and people that know nothing of our locks read.</summary>
internal interface ISharedFile
{
    /// <summary>Its row in the report.</summary>
    string Name { get; }

    /// <summary>The file itself, in the folder that it is tried in.</summary>
    string FileName { get; }

    /// <summary>The locks beside it, which may be left there.</summary>
    string[] Locks { get; }

    /// <summary>True when it is a help and never a condition: an edit succeeds without it.</summary>
    bool IsOnlyHelp => false;

    /// <summary>True when an edit adds lines of which the first may be there though the second is refused.</summary>
    bool IsAppended => false;

    /// <summary>Lays down what is there before the first edit: also what belongs to others and must keep every byte.</summary>
    Task PrepareAsync(string folder);

    /// <summary>One edit by the library's own way. Returns what it leaves behind, as text for <see cref="Lost"/>.</summary>
    Task<string> EditAsync(string folder, int writer, int number);

    /// <summary>What a writer sees to be gone before an edit of this number; null when all is there that it has reported.</summary>
    string? Missing(string folder, int writer, int number);

    /// <summary>What is wrong with the file as anybody may find it at any moment; null when it is whole.</summary>
    string? Torn(string folder);

    /// <summary>What was reported done and is not in the file in the end.</summary>
    IEnumerable<string> Lost(string folder, IReadOnlyList<(int Writer, int Number, string Left)> reported);
}
