using System.Globalization;

namespace Exchange.Testing;

/// <summary>
/// A shell script in place of somebody else's program: keeps its arguments, its environment and its process id beside itself, then does
/// what the test wants. Not on Windows.
/// </summary>
internal sealed class StandInProgram
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the program.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="body">What it does, in the language of <c>/bin/sh</c>.</param>
    public StandInProgram(string path, string body)
    {
        Path = path;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(
            path,
            $"""
            #!/bin/sh
            printf '%s\n' "$*" >> "$0.args"
            env > "$0.env"
            echo $$ > "$0.pid"
            {body}

            """.ReplaceLineEndings("\n")
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Executable);
        }
    }

    public string Path { get; }

    /// <summary>The arguments of each start, joined by blanks, in their order.</summary>
    public string[] Starts => File.Exists($"{Path}.args") ? File.ReadAllLines($"{Path}.args") : [];

    /// <summary>The environment of the last start.</summary>
    public string Environment => File.ReadAllText($"{Path}.env");

    /// <summary>The process id of the last start; null before it.</summary>
    public int? ProcessId =>
        File.Exists($"{Path}.pid")
        && int.TryParse(File.ReadAllText($"{Path}.pid").Trim(), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
