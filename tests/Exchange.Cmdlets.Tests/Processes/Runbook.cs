using System.Diagnostics;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>A sample script as a process of its own, whose children are known and can be killed with it or outlive it.</summary>
internal sealed class Runbook : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _said;

    private Runbook(Process process)
    {
        _process = process;
        _said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public bool HasExited => _process.HasExited;

    public static Runbook Start(ProcessHarness shell, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in shell.Variables)
        {
            start.Environment[name] = value;
        }
        start.Environment["EXCHANGE"] = ExchangeProcess.Program;
        return new Runbook(Process.Start(start)!);
    }

    /// <summary>SIGKILL, to the script and whatever it runs.</summary>
    public void KillAll() => _process.Kill(entireProcessTree: true);

    /// <summary>SIGKILL to the script alone; what it runs goes on.</summary>
    /// <returns>The ids of those that go on.</returns>
    public IReadOnlyList<int> KillAlone()
    {
        var children = ChildrenOf(_process.Id);
        _process.Kill();
        return children;
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>What it wrote for people, after its end.</summary>
    public Task<string> SaidAsync() => _said;

    /// <summary>Waits until none of these processes lives.</summary>
    public static Task GoneAsync(IReadOnlyCollection<int> ids) =>
        Until.TrueAsync(() => ids.All(id => !File.Exists($"/proc/{id}/stat") || IsZombie(id)), "orphans end");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            KillAll();
        }
        _process.Dispose();
    }

    private static List<int> ChildrenOf(int id)
    {
        try
        {
            var direct = File.ReadAllText($"/proc/{id}/task/{id}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
                .ToList();
            return [.. direct, .. direct.SelectMany(ChildrenOf)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static bool IsZombie(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
