using System.Diagnostics;
using System.Globalization;

namespace Exchange.Faults.Files;

/// <summary>Keeps an editor alive against somebody who kills it so many times, and hears what it reports.</summary>
internal sealed class EditorProcess(ISharedFile file, string folder, int writer, int edits, int kills, Random chance)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(400);

    private readonly List<(int Writer, int Number, string Left)> _done = [];
    private readonly List<string> _wrong = [];

    /// <summary>Edits that were reported done, each once.</summary>
    public IReadOnlyList<(int Writer, int Number, string Left)> Done => _done;

    /// <summary>What an editor has found wrong.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Edits that ended in an error of ours and were tried again.</summary>
    public int Refusals { get; private set; }

    /// <summary>How often it was killed without warning.</summary>
    public int Kills { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (_done.Count < edits)
        {
            using var process = Start();
            var reading = ReadAsync(process);
            if (Kills < kills && await LivesAsync(reading, cancel))
            {
                process.Kill();
                Kills++;
            }
            await reading;
            await process.WaitForExitAsync(cancel);
            if (_wrong.Count > 0)
            {
                return;
            }
        }
    }

    private TaskCompletionSource _ready = new();

    // From its first word on: a start takes longer than an edit, and is not what is tried.
    private async Task<bool> LivesAsync(Task reading, CancellationToken cancel)
    {
        await Task.WhenAny(reading, _ready.Task);
        return await Task.WhenAny(reading, Task.Delay(chance.NextDouble() * LongestLife, cancel)) != reading;
    }

    private Process Start()
    {
        _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [
                    typeof(EditorProcess).Assembly.Location,
                    "edit",
                    file.Name,
                    folder,
                    writer.ToString(CultureInfo.InvariantCulture),
                    _done.Count.ToString(CultureInfo.InvariantCulture),
                    edits.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
    }

    private async Task ReadAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split('\t'))
            {
                case [Editor.Ready]:
                    _ready.TrySetResult();
                    break;
                case [Editor.Refused, _]:
                    Refusals++;
                    break;
                case [Editor.Wrong, var what]:
                    _wrong.Add(what);
                    break;
                case [var number, var left] when int.TryParse(number, CultureInfo.InvariantCulture, out var done):
                    _done.Add((writer, done, left));
                    break;
            }
        }
    }
}
