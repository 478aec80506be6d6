using System.Runtime.CompilerServices;
using System.Text;

namespace Exchange.Faults.Secrets;

/// <summary>
/// Every kind of secret planted in variables, files and sessions, behind services that repeat all that they are sent in their errors. None
/// of them may be found in any form: in what <c>exchange</c> prints with -Verbose and -Debug, in the list of processes, in the files that
/// it leaves beside those that the contracts name.
/// </summary>
internal sealed class SecretCampaign : ICampaign
{
    // Where the contracts put secrets: the sign-in program's shared store, and the sign-in that was begun.
    private static readonly string[] Homes = ["auth-profiles", "pending"];

    // A heap that holds every command, and an answer that it does not hold.
    private const string CrashHeap = "400000";
    private const int CrashBytes = 300_000;

    public string Name => "Secrets";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var scene = new SecretScene();
        await scene.PlantAsync(cancel);
        var console = new WatchedConsole(scene);
        foreach (var trial in SecretTrial.All)
        {
            yield return await TryAsync(scene, console, scale == Scale.Reduced ? trial.Reduced : trial, cancel);
        }
        yield return await CrashAsync(scene, console, cancel);
        yield return Left(scene);
    }

    private static async Task<Outcome> TryAsync(
        SecretScene scene,
        WatchedConsole console,
        SecretTrial trial,
        CancellationToken cancel
    )
    {
        var found = new List<string>();
        var before = scene.Server.Requests;
        scene.Server.Given = trial.IsGiven ? scene.Answers : new Dictionary<string, string>();
        foreach (var line in trial.Lines)
        {
            var run = await console.RunAsync(line, scene.Variables(trial), cancel);
            found.AddRange(scene.In(run.Printed + run.Listed).Select(form => $"{form} after {line}"));
        }
        var requests = scene.Server.Requests - before;
        if (requests < trial.LeastRequests)
        {
            found.Add($"only {requests} requests: the lines did not do what they are for");
        }
        return new(
            $"{trial.Name}: printed, or in the list of processes",
            trial.Lines.Length * scene.Secrets.Count,
            found.Count,
            found.Count > 0
                ? found[0]
                : $"{requests} requests were {(trial.IsGiven ? "answered with tokens" : "repeated to it")}"
        );
    }

    // Out of memory while an answer that repeats the secrets is read: the one error that strikes anywhere, and is nobody's own.
    private static async Task<Outcome> CrashAsync(SecretScene scene, WatchedConsole console, CancellationToken cancel)
    {
        var found = new List<string>();
        var crashes = 0;
        scene.Server.Given = new Dictionary<string, string>();
        scene.Server.Padding = CrashBytes;
        foreach (var trial in SecretTrial.All.Where(trial => !trial.IsGiven))
        {
            var line = trial.Lines[0];
            var variables = scene.Variables(trial);
            variables["DOTNET_GCHeapHardLimit"] = CrashHeap;
            var run = await console.RunAsync(line, variables, cancel);
            crashes += run.Printed.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal) ? 1 : 0;
            found.AddRange(scene.In(run.Printed).Select(form => $"{form} after {line}"));
        }
        scene.Server.Padding = 0;
        return new(
            "crash texts",
            crashes * scene.Secrets.Count,
            found.Count,
            found.Count > 0 ? found[0] : $"{crashes} crashes"
        );
    }

    private static Outcome Left(SecretScene scene)
    {
        var files = Directory
            .EnumerateFiles(scene.Home, "*", SearchOption.AllDirectories)
            .Where(path =>
                !Homes.Any(home => Path.GetFileName(path).Contains(home, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        var leaks = files
            .SelectMany(path =>
                scene
                    .In(Encoding.Latin1.GetString(File.ReadAllBytes(path)))
                    .Select(form => $"{form} in {Path.GetFileName(path)}")
            )
            .ToList();
        return new("files that are left", files.Count * scene.Secrets.Count, leaks.Count, leaks.FirstOrDefault() ?? "");
    }
}
