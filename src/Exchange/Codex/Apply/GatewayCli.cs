using System.Diagnostics;
using System.Text.Json;
using Exchange.Http;

namespace Exchange.Codex.Apply;

/// <summary>What <c>openclaw</c> answered. No exit code: it did not end in time.</summary>
internal sealed record GatewayAnswer(int? ExitCode, string Output, string ErrorTail)
{
    public bool Worked => ExitCode == 0;

    /// <summary>For a status file: how it ended, and the end of what it said, without secrets.</summary>
    public string Trouble
    {
        get
        {
            var how = ExitCode is { } code ? FormattableString.Invariant($"exit code {code}") : "no end in time";
            return ErrorTail.Length == 0 ? how : $"{how}: {ErrorTail}";
        }
    }
}

/// <summary>How long the other program may take, in real time: it is another process.</summary>
internal sealed record GatewayLimits
{
    public TimeSpan Status { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Order { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the start of the gateway until it is seen to run.</summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromSeconds(25);

    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// The other program's own command, asked to stop, start or tell of its gateway; nothing else is ever run, and nothing is ended by force
/// (codex-auth.md section 6 and 8).
/// </summary>
internal sealed class GatewayCli(string program, GatewayLimits limits)
{
    private const string Name = "openclaw";
    private const int LongestTail = 800;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>The program on the path, absolute; null when there is none. The current folder is never looked into.</summary>
    public static string? Find(Func<string, string?> environment)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, Name + ending)))
            .FirstOrDefault(IsProgram);
    }

    /// <summary>True when the gateway runs; null when its answer does not say.</summary>
    public async Task<(bool? IsRunning, GatewayAnswer Answer)> StatusAsync(CancellationToken cancel)
    {
        var answer = await RunAsync("status", limits.Status, cancel).ConfigureAwait(false);
        return (IsRunning(answer.Output), answer);
    }

    public Task<GatewayAnswer> StopAsync(CancellationToken cancel) => RunAsync("stop", limits.Order, cancel);

    public Task<GatewayAnswer> StartAsync(CancellationToken cancel) => RunAsync("start", limits.Order, cancel);

    /// <summary>
    /// By the service, by a call that reached it, or by its port: as the versions 2026.1 to 2026.5 answer <c>gateway status --json</c>.
    /// </summary>
    internal static bool? IsRunning(string output)
    {
        var start = output.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(output[start..(output.LastIndexOf('}') + 1)]);
            var root = json.RootElement;
            return Text(root, "service", "runtime", "status") == "running"
                || Find(root, "rpc", "ok") is { ValueKind: JsonValueKind.True }
                || Text(root, "port", "status") == "busy"
                || Find(root, "running") is { ValueKind: JsonValueKind.True };
        }
        catch (Exception trouble) when (trouble is JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private async Task<GatewayAnswer> RunAsync(string verb, TimeSpan limit, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["gateway", verb, "--json"])
        {
            start.ArgumentList.Add(word);
        }
        GatewayEnvironment.Restrict(start);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            using var timeout = new CancellationTokenSource(limit);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
            try
            {
                await process.WaitForExitAsync(both.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return new GatewayAnswer(null, "", "");
            }
            // What it has started may keep its streams open for as long as it lives.
            return new GatewayAnswer(
                process.ExitCode,
                await SoonAsync(output).ConfigureAwait(false),
                Tail(await SoonAsync(error).ConfigureAwait(false))
            );
        }
        catch (System.ComponentModel.Win32Exception trouble)
        {
            return new GatewayAnswer(-1, "", $"it cannot be started (error {trouble.NativeErrorCode})");
        }
    }

    private static async Task<string> SoonAsync(Task<string> text)
    {
        try
        {
            return await text.WaitAsync(LastWords).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is TimeoutException or IOException)
        {
            return "";
        }
    }

    private static string Tail(string error)
    {
        var text = CodexRedaction.Redact(error.Trim());
        return text.Length <= LongestTail ? text : text[^LongestTail..];
    }

    private static string? Text(JsonElement from, params ReadOnlySpan<string> path) =>
        Find(from, path) is { } found ? JsonWords.Of(found) : null;

    private static JsonElement? Find(JsonElement from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (!JsonWords.Find(from, name, out from))
            {
                return null;
            }
        }
        return from;
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (
                File.GetUnixFileMode(path)
                & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
            ) != UnixFileMode.None
        );
}
