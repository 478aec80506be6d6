using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Exchange.Faults.Soak;

/// <summary>Mixed work in one process, fifty requests a second and more, for an hour: handles, threads and memory stay flat.</summary>
internal sealed class SoakCampaign : ICampaign
{
    private const int Workers = 8;

    /// <summary>Less than this share of what was planned is not the load that was meant.</summary>
    private const double LeastShare = 0.9;

    public string Name => "Soak";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (length, count) = scale switch
        {
            Scale.Reduced => (TimeSpan.FromSeconds(5), 6),
            Scale.Usual => (TimeSpan.FromSeconds(90), 30),
            _ => (TimeSpan.FromHours(1), 60),
        };
        using var simulator = new SimulatorProcess();
        using var session = new SoakSession(simulator.Address);
        await session.SignInAsync(cancel);
        // The first time costs what no later time does: compiled code, connections, threads.
        foreach (var line in MixedWork.All.SelectMany(work => work.Lines(0)))
        {
            session.Run(line);
        }
        var before = session.Requests();
        var (samples, done, spent) = await WorkAsync(session, length, count, cancel);
        var rate = (session.Requests() - before) / spent.TotalSeconds;
        var planned = MixedWork.All.Sum(work => work.PerSecond * work.Requests);

        yield return new("lines run, failed", done, session.Failures, session.FirstFailure);
        yield return new(
            "requests a second",
            (long)rate,
            rate < planned * LeastShare ? 1 : 0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rate:0.0} at the simulator in {spent.TotalSeconds:0} s, {planned:0.0} planned"
            )
        );
        foreach (var drift in Drift.All)
        {
            yield return drift.Judge(samples);
        }
        foreach (var sample in (ProcessSample[])[samples[0], samples[samples.Count / 2], samples[^1]])
        {
            yield return new($"sample at {sample.At:hh\\:mm\\:ss}", 1, 0, $"{sample}");
        }
    }

    // Threads that stay, as in a program that works all day; the pace is kept here, and a sample waits until they are idle.
    private static async Task<(List<ProcessSample> Samples, long Done, TimeSpan Spent)> WorkAsync(
        SoakSession session,
        TimeSpan length,
        int count,
        CancellationToken cancel
    )
    {
        var samples = new List<ProcessSample>();
        using var queue = new BlockingCollection<string[]>();
        using var end = new CancellationTokenSource();
        var busy = 0;
        var done = 0L;
        var threads = Enumerable
            .Range(0, Workers)
            .Select(_ => Start(Work))
            .Concat(MixedWork.Streams.Select(line => Start(() => Watch(line))))
            .ToList();
        var due = MixedWork.All.Select((work, i) => i / (double)MixedWork.All.Count / work.PerSecond).ToArray();
        var (watch, paused, number) = (Stopwatch.StartNew(), TimeSpan.Zero, 0L);
        samples.Add(ProcessSample.Take(TimeSpan.Zero));
        while (watch.Elapsed - paused < length)
        {
            var now = watch.Elapsed - paused;
            if (now > length * samples.Count / count)
            {
                await IdleAsync();
                samples.Add(ProcessSample.Take(now));
                paused = watch.Elapsed - now;
            }
            for (var i = 0; i < due.Length; i++)
            {
                for (; due[i] <= now.TotalSeconds; due[i] += 1 / MixedWork.All[i].PerSecond)
                {
                    Interlocked.Increment(ref busy);
                    queue.Add([.. MixedWork.All[i].Lines(++number)], cancel);
                }
            }
            await Task.Delay(5, cancel);
        }
        await IdleAsync();
        var spent = watch.Elapsed - paused;
        samples.Add(ProcessSample.Take(spent));
        queue.CompleteAdding();
        await end.CancelAsync();
        await Task.WhenAll(threads);
        return (samples, done, spent);

        async Task IdleAsync()
        {
            while (Volatile.Read(ref busy) > 0)
            {
                await Task.Delay(5, cancel);
            }
        }

        void Work()
        {
            foreach (var lines in queue.GetConsumingEnumerable(cancel))
            {
                Array.ForEach(lines, line => session.Run(line));
                Interlocked.Add(ref done, lines.Length);
                Interlocked.Decrement(ref busy);
            }
        }

        void Watch(string line)
        {
            while (!end.IsCancellationRequested)
            {
                session.RunUntil(line, end.Token);
                Interlocked.Increment(ref done);
            }
        }

        Task Start(Action body) =>
            Task.Factory.StartNew(body, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
