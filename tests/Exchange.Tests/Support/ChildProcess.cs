using System.Diagnostics;
using Exchange.BitoPro;
using Exchange.Codex.Store;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Storage;
using Exchange.Tests.Codex;

namespace Exchange.Tests.Support;

/// <summary>This program once more, as a process of its own that can be killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    public const string Errand = "--errand";

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts an errand and returns when it says that it is ready.</summary>
    public static async Task<ChildProcess> StartAsync(params string[] errand)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Exchange.Tests");
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? program + ".exe" : program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Errand);
        foreach (var word in errand)
        {
            start.ArgumentList.Add(word);
        }
        var child = new ChildProcess(Process.Start(start)!);
        var said = await child._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ready", said);
        return child;
    }

    /// <summary>What the child does, in the child.</summary>
    public static async Task<int> RunErrandAsync(string[] errand)
    {
        switch (errand)
        {
            case ["hold-lock", var path]:
                using (await FileLock.TakeAsync(path, TimeSpan.FromSeconds(5), CancellationToken.None))
                {
                    Console.WriteLine("ready");
                    Console.ReadLine();
                }
                return 0;
            case ["write-attempts", var folder, var name, var count]:
                Console.WriteLine("ready");
                Console.ReadLine();
                await WriteAttemptsAsync(new Journal(new StateFolder(folder)), name, int.Parse(count, null));
                return 0;
            case ["crash-before-rename", var path]:
                Console.WriteLine("ready");
                Console.ReadLine();
                AtomicFile.Replace(path, "new"u8, () => Process.GetCurrentProcess().Kill());
                return 0;
            case ["claim-ids", var store, var won, var count]:
                Console.WriteLine("ready");
                Console.ReadLine();
                await ClaimIdsAsync(new FileDuplicateStore(store), won, int.Parse(count, null));
                return 0;
            case ["take-nonces", var folder, var taken, var count]:
                Console.WriteLine("ready");
                Console.ReadLine();
                // On a busy machine a holder may lose its processor for longer than an order would wait.
                var nonces = new NonceSource(TimeProvider.System)
                {
                    Folder = () => new StateFolder(folder),
                    LongestWait = TimeSpan.FromMinutes(1),
                };
                await File.WriteAllLinesAsync(
                    taken,
                    Enumerable.Range(0, int.Parse(count, null)).Select(_ => $"{nonces.Next("key")}")
                );
                return 0;
            case ["wait"]:
                Console.WriteLine("ready");
                Console.ReadLine();
                return 0;
            case ["codex-write", var path, var name, var count]:
                Console.WriteLine("ready");
                Console.ReadLine();
                await WriteErrand.WriteAsync(path, name, int.Parse(count, null));
                return 0;
            case ["codex-stop-at", var path, var step]:
                await WriteErrand.StopAtAsync(path, Enum.Parse<StoreStep>(step));
                return 0;
            default:
                return 2;
        }
    }

    public int Id => _process.Id;

    public void Go() => _process.StandardInput.WriteLine();

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the child gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    private static async Task ClaimIdsAsync(FileDuplicateStore store, string won, int count)
    {
        var window = TimeSpan.FromMinutes(5);
        for (var i = 0; i < count; i++)
        {
            var id = $"id-{i}";
            if (
                !await store.IsDuplicateAsync([id], DateTimeOffset.UtcNow, window, record: true, CancellationToken.None)
            )
            {
                await File.AppendAllLinesAsync(won, [id]);
            }
        }
    }

    private static async Task WriteAttemptsAsync(Journal journal, string name, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var intent = Attempts.Intent($"{name}-{i}");
            await journal.WriteAsync([intent], idsAreFresh: false, CancellationToken.None);
            await journal.WriteAsync(
                [Attempts.Accepted(intent.AttemptId, $"order-{name}-{i}")],
                CancellationToken.None
            );
        }
    }
}
