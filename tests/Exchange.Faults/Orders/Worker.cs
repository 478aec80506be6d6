using Exchange.Desk;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Faults.Orders;

/// <summary>
/// A process that places the things of a range of numbers, one after another, until it is killed; the next one goes on where the
/// journal ends. Each number has an attempt id of its own.
/// </summary>
internal static class Worker
{
    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    public static string PlaceId(string service, int number) => $"{service}-place-{number}";

    public static string CancelId(string service, int number) => $"{service}-cancel-{number}";

    public static async Task RunAsync(IServiceUnderFaults service, int from, int to)
    {
        var runtime = ExchangeRuntime.Current;
        var known = (await runtime.Journal.ReadAsync(default)).Attempts.ToDictionary(
            one => one.AttemptId,
            StringComparer.Ordinal
        );
        for (var number = from; number < to; number++)
        {
            if (!known.TryGetValue(PlaceId(service.Name, number), out var placed))
            {
                Run([.. service.Place(number), "-AttemptId", PlaceId(service.Name, number)]);
                placed = await FindAsync(runtime, PlaceId(service.Name, number));
            }
            if (
                placed is { State: AttemptState.Accepted, Reference: { } reference }
                && service.Cancel(number, reference) is { } cancel
                && !known.ContainsKey(CancelId(service.Name, number))
            )
            {
                Run([.. cancel, "-AttemptId", CancelId(service.Name, number)]);
            }
            Console.WriteLine(number);
        }
    }

    // Its errors are the campaign's weather; what counts is what the service and the journal hold in the end.
    private static void Run(string[] words)
    {
        var cmdlet = Cmdlets.Find(words[0]) ?? throw new InvalidOperationException($"There is no {words[0]}.");
        new CmdletRunner().Run(
            new CmdletCommand(cmdlet, CmdletArguments.FromTokens([.. words.Skip(1), "-Confirm:$false"]))
        );
    }

    private static async Task<Attempt?> FindAsync(ExchangeRuntime runtime, string id) =>
        (await runtime.Journal.ReadAsync(default)).Attempts.FirstOrDefault(attempt => attempt.AttemptId == id);
}
