using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Exchange.Faults.BadBytes;

/// <summary>Millions of bad inputs: no crash, no hang, no exception but our own.</summary>
internal sealed class BadBytesCampaign : ICampaign
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);
    private const int Chances = 3;

    public string Name => "Bad bytes";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        var all = scale switch
        {
            Scale.Reduced => 60_000L,
            Scale.Usual => 10_000_000,
            _ => 40_000_000,
        };
        var shares = Readers.All.Sum(reader => reader.Share);
        foreach (var reader in Readers.All)
        {
            cancel.ThrowIfCancellationRequested();
            yield return await TryAsync(reader, 1 + (all * reader.Share / shares), cancel);
        }
    }

    // One worker for each core, each with inputs of its own; a watcher ends the run when an input holds a worker for too long.
    private static async Task<Outcome> TryAsync(Reader reader, long count, CancellationToken cancel)
    {
        var workers = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(i => new Worker(reader, i, 1 + (count / Environment.ProcessorCount)))
            .ToList();
        var running = Task.WhenAll(
            workers.Select(worker =>
                Task.Factory.StartNew(worker.Run, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            )
        );
        while (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1), cancel)) != running)
        {
            if (workers.Find(worker => worker.Busy > Hang) is { } stuck)
            {
                Console.Error.WriteLine($"{reader.Name} hangs on {Convert.ToHexString(stuck.Input)}");
                Environment.Exit(3);
            }
        }
        await running;
        var first = workers.Select(worker => worker.First).FirstOrDefault(note => note.Length > 0) ?? "";
        return new(reader.Name, workers.Sum(worker => worker.Tried), workers.Sum(worker => worker.Wrong), first);
    }

    private sealed class Worker(Reader reader, int number, long count)
    {
        private readonly Mutator _inputs = new(20260302 + number, reader.Seeds);
        private long _since;

        public long Tried { get; private set; }

        public long Wrong { get; private set; }

        public string First { get; private set; } = "";

        public byte[] Input { get; private set; } = [];

        public TimeSpan Busy =>
            Volatile.Read(ref _since) is var since && since == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(since);

        public void Run()
        {
            for (; Tried < count; Tried++)
            {
                Input = _inputs.Next();
                Measure();
            }
            Volatile.Write(ref _since, 0);
        }

        // On a machine with other work anything may be kept waiting; what is slow by itself is slow each time.
        private void Measure()
        {
            for (var chance = 1; chance <= Chances; chance++)
            {
                Volatile.Write(ref _since, Stopwatch.GetTimestamp());
                Read();
                if (Busy <= Limit)
                {
                    return;
                }
            }
            Fail($"{Busy.TotalSeconds:0.0} s");
        }

        private void Read()
        {
            try
            {
                reader.Read(Input);
            }
            catch (Exception own) when (reader.IsOwn(own))
            {
                // It said that the input is bad, and how.
            }
            catch (Exception other)
            {
                Fail($"{other.GetType().Name}: {other.Message}");
            }
        }

        private void Fail(string how)
        {
            Wrong++;
            if (First.Length == 0)
            {
                First = $"{how} for {Convert.ToHexString(Input)}";
            }
        }
    }
}
