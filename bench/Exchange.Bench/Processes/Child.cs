using System.Diagnostics;
using System.Text.Json;

namespace Exchange.Bench.Processes;

/// <summary>Other programs, run to their end.</summary>
internal static class Child
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNameCaseInsensitive = true };

    /// <summary>How long a program takes from its start to its end, in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static double Time(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var watch = Stopwatch.StartNew();
        Output(program, arguments, variables);
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The figures that a program prints, a JSON line each.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static IReadOnlyList<Measurement> Measure(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> variables
    ) =>
        [
            .. Output(program, arguments, variables)
                .Split('\n')
                .Where(line => line.StartsWith('{'))
                .Select(line => JsonSerializer.Deserialize<Measurement>(line, Names)!),
        ];

    /// <summary>What a program prints.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Output(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> variables
    )
    {
        using var process = Start(program, arguments, variables);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
    }

    /// <summary>Starts a program whose streams are read here.</summary>
    public static Process Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    /// <summary>The path of a program, or null when there is none.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
