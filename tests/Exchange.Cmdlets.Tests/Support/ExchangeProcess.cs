using System.Diagnostics;
using System.Text;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>What a finished <c>exchange</c> process left.</summary>
internal sealed record ProcessEnd(int ExitCode, string Output, string Error, TimeSpan Took)
{
    /// <summary>The lines of standard output.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A running <c>exchange</c>, the program as it is staged, with its machine code; else as the compiler wrote it.</summary>
internal sealed class ExchangeProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ExchangeProcess(Process process)
    {
        _process = process;
        _output = ReadOutputAsync();
        _error = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>The program that the build names, else the one beside the tests.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("EXCHANGE_PROGRAM")
        ?? Path.Combine(AppContext.BaseDirectory, "Exchange.Console" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The words that the process was started with, as every user of the machine can read them.</summary>
    public string CommandLine => File.ReadAllText($"/proc/{Id}/cmdline");

    /// <summary>Starts <c>exchange</c> with exactly these words and, besides what a process needs, these variables.</summary>
    public static ExchangeProcess Start(
        IEnumerable<string> words,
        IEnumerable<KeyValuePair<string, string>> variables,
        string? input = null
    )
    {
        var start = new ProcessStartInfo(Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        var process = new ExchangeProcess(Process.Start(start)!);
        process._process.StandardInput.Write(input ?? "");
        process._process.StandardInput.Close();
        return process;
    }

    /// <summary>The first line of standard output, when it comes.</summary>
    public Task<string> FirstLineAsync() => _firstLine.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public Task InterruptAsync() => SignalAsync("INT");

    public Task TerminateAsync() => SignalAsync("TERM");

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>Waits for the end; what was said must hold no secret and no stack trace.</summary>
    public async Task<ProcessEnd> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        await _process.WaitForExitAsync(limit.Token);
        var end = new ProcessEnd(_process.ExitCode, await _output, await _error, _watch.Elapsed);
        Secrets.AssertNoneIn(end.Output, "Standard output");
        Secrets.AssertNoneIn(end.Error, "Standard error");
        Assert.DoesNotContain("   at Exchange.", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", end.Error, StringComparison.Ordinal);
        return end;
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private async Task<string> ReadOutputAsync()
    {
        var output = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            output.Append(line).Append('\n');
            _firstLine.TrySetResult(line);
        }
        _firstLine.TrySetResult("");
        return output.ToString();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
