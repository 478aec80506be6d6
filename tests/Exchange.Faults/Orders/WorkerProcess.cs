using System.Diagnostics;
using System.Globalization;

namespace Exchange.Faults.Orders;

/// <summary>Keeps a worker alive against somebody who kills it: counts the kills.</summary>
internal sealed class WorkerProcess(
    string service,
    int from,
    int to,
    IReadOnlyDictionary<string, string> variables,
    Random chance
)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(5);

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
            using var process = Start();
            var reading = ReadAsync(process);
            var life = TimeSpan.FromSeconds(0.5) + (chance.NextDouble() * LongestLife);
            if (await Task.WhenAny(reading, Task.Delay(life, cancel)) != reading)
            {
                process.Kill();
                Kills++;
            }
            await reading;
            await process.WaitForExitAsync(cancel);
            if (Done > before)
            {
                moved.Restart();
            }
            else if (moved.Elapsed > LongestStandstill)
            {
                throw new InvalidOperationException($"The worker of {service} no longer gets on after {Done}.");
            }
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                typeof(WorkerProcess).Assembly.Location,
                "worker",
                service,
                Math.Max(from, Done).ToString(CultureInfo.InvariantCulture),
                to.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in variables)
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
        }
    }
}
