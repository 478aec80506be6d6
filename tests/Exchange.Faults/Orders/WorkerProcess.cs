using System.Diagnostics;
using System.Globalization;

namespace Exchange.Faults.Orders;

/// <summary>Keeps a worker alive against somebody who kills it: counts the kills, each of which is a restart.</summary>
/// <param name="words">The words behind which the worker takes its range.</param>
/// <param name="from">The first number.</param>
/// <param name="to">Behind the last number.</param>
/// <param name="variables">Its environment.</param>
/// <param name="chance">When it is killed.</param>
internal sealed class WorkerProcess(
    string[] words,
    int from,
    int to,
    IReadOnlyDictionary<string, string> variables,
    Random chance
)
{
    // Nothing that lives for seconds is worth being compiled a second time.
    private static readonly Dictionary<string, string> ShortLived = new(StringComparer.Ordinal)
    {
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
    };

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(5);

    private TaskCompletionSource _due = new();
    private int _dueAt;

    /// <summary>It is killed after fewer numbers than this, and a moment.</summary>
    public int MostNumbers { get; init; } = 30;

    /// <summary>Hears of every line that is no number; of null when the process was killed.</summary>
    public Action<string?> Heard { get; init; } = _ => { };

    /// <summary>How often it was killed without warning.</summary>
    public int Kills { get; private set; }

    /// <summary>The number that was done last.</summary>
    public int Done { get; private set; } = from - 1;

    public async Task RunAsync(CancellationToken cancel)
    {
        var moved = Stopwatch.StartNew();
        while (Done < to - 1)
        {
            var before = Done;
            await LiveAsync(cancel);
            if (Done > before)
            {
                moved.Restart();
            }
            else if (moved.Elapsed > LongestStandstill)
            {
                throw new InvalidOperationException($"{string.Join(' ', words)} no longer gets on after {Done}.");
            }
        }
    }

    // After some work and a moment more, so that a kill lies within a command however fast or busy the machine is.
    private async Task LiveAsync(CancellationToken cancel)
    {
        _due = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _dueAt = Done + chance.Next(MostNumbers);
        using var process = Start();
        var reading = ReadAsync(process);
        await Task.WhenAny(reading, _due.Task);
        if (await Task.WhenAny(reading, Task.Delay(chance.NextDouble() * LongestDelay, cancel)) != reading)
        {
            process.Kill();
            Kills++;
            await reading;
            Heard(null);
        }
        await reading;
        await process.WaitForExitAsync(cancel);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                typeof(WorkerProcess).Assembly.Location,
                .. words,
                (Done + 1).ToString(CultureInfo.InvariantCulture),
                to.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in ShortLived.Concat(variables))
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    private async Task ReadAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var number))
            {
                Done = number;
            }
            else
            {
                Heard(line);
            }
            if (Done >= _dueAt)
            {
                _due.TrySetResult();
            }
        }
    }
}
