using Exchange.Desk;
using Exchange.Engine;
using Exchange.Http;
using Exchange.PowerShell;

namespace Exchange.Faults.Orders;

/// <summary>
/// A process that makes the things of a range of numbers and then cancels what is to be cancelled, one number after another, until it is
/// killed; the next one goes on where the journal ends.
/// </summary>
internal sealed class Worker(IServiceUnderFaults service, ExchangeRuntime runtime, bool isLater)
{
    // What failed before it was written down was not sent, and whoever wants it repeats it.
    private const int MostTries = 200;

    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    public static async Task RunAsync(IServiceUnderFaults service, int from, int to, TimeSpan ahead)
    {
        var clock = new HastyClock(ahead);
        using var runtime = new ExchangeRuntime(
            clock,
            Environment.GetEnvironmentVariable,
            Random.Shared.NextDouble,
            new ApiTransport(clock)
        );
        ExchangeRuntime.Use(runtime);
        EndWithParent();
        var worker = new Worker(service, runtime, ahead > TimeSpan.Zero);
        for (var number = from; number < to; number++)
        {
            await worker.DoAsync(number);
            Console.WriteLine(number);
        }
    }

    /// <summary>Ends the process when the one that started it is gone and with it the other end of its input.</summary>
    public static void EndWithParent() =>
        _ = Task.Factory.StartNew(
            () =>
            {
                _ = Console.In.ReadToEnd();
                Environment.Exit(1);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    /// <summary>Runs a command with consent; its errors are the campaign's weather.</summary>
    public static CmdletRun Run(Write write)
    {
        var cmdlet =
            Cmdlets.Find(write.Words[0]) ?? throw new InvalidOperationException($"There is no {write.Words[0]}.");
        var consent = cmdlet.SupportsShouldProcess ? (string[])["-Confirm:$false"] : [];
        return new CmdletRunner().Run(
            new CmdletCommand(cmdlet, CmdletArguments.FromTokens([.. write.Words.Skip(1), .. consent])),
            write.Input
        );
    }

    private async Task DoAsync(int number)
    {
        var ids = service.PlaceIds(number);
        var place = service.Place(number);
        var placed = await UntilWrittenAsync(place, attempt => ids.Contains(attempt.AttemptId, StringComparer.Ordinal));
        if (number % 10 == 0)
        {
            // Somebody is impatient: the journal must refuse the id.
            Run(place);
        }
        var references = placed
            .Where(attempt => attempt.State == AttemptState.Accepted)
            .Select(attempt => attempt.Reference)
            .OfType<string>()
            .ToList();
        if (references.Count > 0 && service.Follow(number, references, isLater) is { } follow)
        {
            await UntilWrittenAsync(follow, attempt => Follows(attempt, references));
        }
    }

    private async Task<List<Attempt>> UntilWrittenAsync(Write write, Predicate<Attempt> isMeant)
    {
        CmdletRun? last = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var attempts = (await runtime.Journal.ReadAsync(default)).Attempts.Where(one => isMeant(one)).ToList();
            if (attempts.Count > 0)
            {
                return attempts;
            }
            last = Run(write);
        }
        throw new InvalidOperationException(
            $"{string.Join(' ', write.Words)} was never written down: {last?.TerminatingError}"
        );
    }

    private bool Follows(Attempt attempt, List<string> references) =>
        attempt.Operation != service.Operation
        && attempt.Facts.TryGetValue(service.ReferenceFact, out var reference)
        && references.Contains(reference, StringComparer.Ordinal);
}
