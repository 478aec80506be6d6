using System.Diagnostics;
using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Codex;

/// <summary>
/// A queued write as it is run: <c>exchange</c> starts itself again as the worker, a stand-in for the other program's command keeps what it was
/// asked, and the shell that queued it is gone by the time the job ends.
/// </summary>
public sealed class QueuedApplyTests : IDisposable
{
    private readonly ProcessHarness _shell = new();
    private readonly string _bin;

    public QueuedApplyTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        _bin = Directory.CreateDirectory(Path.Combine(_shell.Home, "bin")).FullName;
        var program = Path.Combine(_bin, "openclaw");
        File.WriteAllText(
            program,
            """
            #!/bin/sh
            cd "$(dirname "$0")"
            echo "$@" >> asked
            env >> environment
            if [ "$2" = stop ]; then i=0; while [ -e hold ] && [ $i -lt 300 ]; do sleep 0.1; i=$((i+1)); done; fi
            if [ -e "fail-$2" ]; then echo "went wrong: code=abc123" >&2; exit 7; fi
            case "$2" in
              stop) rm -f running ;;
              start) touch running ;;
              status) if [ -e running ]; then s=running; else s=stopped; fi; echo "{\"service\":{\"runtime\":{\"status\":\"$s\"}}}" ;;
            esac
            """.ReplaceLineEndings("\n")
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        _shell.Variables["PATH"] = $"{_bin}:{Environment.GetEnvironmentVariable("PATH")}";
        File.WriteAllText(Path.Combine(_bin, "running"), "");
    }

    private string Rehearsal => Path.Combine(_shell.Home, "codex-rehearsal");

    private string StorePath => Path.Combine(Rehearsal, "openclaw", "agents", "main", "agent", "auth-profiles.json");

    public void Dispose()
    {
        if (Directory.Exists(Rehearsal))
        {
            Directory.Delete(Rehearsal, recursive: true);
        }
        _shell.Dispose();
    }

    [Fact]
    public async Task The_job_outlives_the_process_that_queued_it_and_is_found_by_its_status()
    {
        File.WriteAllText(Path.Combine(_bin, "hold"), "");
        var callback = await ApprovedAsync();

        var queued = await CompleteAsync(callback);

        var result = Json(Assert.Single(queued.Lines));
        Assert.True(result.GetProperty("queued").GetBoolean());
        Assert.Equal("Get-CodexAuthStatus -Profile work", result.GetProperty("statusCommand").GetString());
        Assert.Contains("WARNING", queued.Error, StringComparison.Ordinal);
        var running = await StatusAsync();
        Assert.Equal(JsonValueKind.Null, running.GetProperty("ok").ValueKind);
        Assert.Equal(result.GetProperty("jobId").GetString(), running.GetProperty("jobId").GetString());
        AssertWorkerIsBare();
        Assert.False(File.Exists(StorePath));

        File.Delete(Path.Combine(_bin, "hold"));
        var done = await DoneAsync();

        Assert.Equal("succeeded", done.GetProperty("state").GetString());
        Assert.Equal(["status", "stop", "start", "status"], Asked());
        Assert.Contains("rt_simulator_", File.ReadAllText(StorePath), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_bin, "running")));
        AssertNothingLeaked(callback);
    }

    [Fact]
    public async Task A_step_that_fails_is_in_the_status()
    {
        File.WriteAllText(Path.Combine(_bin, "fail-stop"), "");
        var callback = await ApprovedAsync();
        await CompleteAsync(callback);

        var done = await DoneAsync();

        var first = done.GetProperty("errors")[0];
        Assert.Equal("stop", first.GetProperty("step").GetString());
        Assert.Equal("exit code 7: went wrong: code=***", first.GetProperty("error").GetString());
        Assert.False(File.Exists(StorePath));
        Assert.Contains("start", Asked());
        AssertNothingLeaked(callback);
    }

    [Fact]
    public async Task A_second_job_is_refused_while_one_runs_and_its_code_stays()
    {
        File.WriteAllText(Path.Combine(_bin, "hold"), "");
        await CompleteAsync(await ApprovedAsync());
        var second = await ApprovedAsync("other");

        var refused = await _shell.RunAsync("Complete-CodexAuth other -QueueApply -", JsonSerializer.Serialize(second));

        Assert.Equal("CodexAuth.apply_busy", ProcessHarness.ErrorIn(refused).GetProperty("id").GetString());
        File.Delete(Path.Combine(_bin, "hold"));
        await DoneAsync();
        Assert.Equal(
            0,
            (await _shell.RunAsync("Complete-CodexAuth other -", JsonSerializer.Serialize(second))).ExitCode
        );
    }

    [Fact]
    public async Task A_worker_without_payload_ends_by_itself_and_leaves_nothing()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Rehearsal, "tmp")).FullName;
        using var worker = ExchangeProcess.Start(["--codex-apply", folder], _shell.Variables);

        var end = await worker.EndAsync();

        Assert.Equal(["ready"], end.Lines);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private async Task<string> ApprovedAsync(string profile = "work")
    {
        var start = Json(Assert.Single((await _shell.RunAsync($"Start-CodexAuth {profile}")).Lines));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(
            new Uri(start.GetProperty("loginUrl").GetString() + "&decision=approve"),
            TestContext.Current.CancellationToken
        );
        return reply.Headers.Location!.OriginalString;
    }

    private async Task<ProcessEnd> CompleteAsync(string callback)
    {
        var end = await _shell.RunAsync("Complete-CodexAuth work -QueueApply -", JsonSerializer.Serialize(callback));
        Assert.True(end.ExitCode == 0, end.Error);
        return end;
    }

    private async Task<JsonElement> StatusAsync() =>
        Json(Assert.Single((await _shell.RunAsync("Get-CodexAuthStatus work")).Lines));

    private async Task<JsonElement> DoneAsync()
    {
        var path = Path.Combine(Rehearsal, "tmp", "codex-auth-apply-last-openai-codex_work.json");
        await Until.TrueAsync(
            () => Json(File.ReadAllText(path)).GetProperty("ok").ValueKind != JsonValueKind.Null,
            "the job ends"
        );
        return await StatusAsync();
    }

    private List<string> Asked() =>
        [.. File.ReadAllLines(Path.Combine(_bin, "asked")).Select(line => line.Split(' ')[1])];

    // What every user of the machine can read of the worker while it holds the tokens.
    private void AssertWorkerIsBare()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var path = Path.Combine(Rehearsal, "tmp", "codex-auth-apply-last.json");
        var pid = Json(File.ReadAllText(path)).GetProperty("pid").GetInt32();
        var seen = File.ReadAllText($"/proc/{pid}/cmdline") + File.ReadAllText($"/proc/{pid}/environ");
        Assert.Contains("--codex-apply", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("rt_simulator", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("ac_simulator", seen, StringComparison.Ordinal);
        // A session of its own: the shell's end does not reach it.
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        Assert.Equal(pid, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3], null));
    }

    private void AssertNothingLeaked(string callback)
    {
        var told = string.Concat(
            Directory
                .GetFiles(Path.Combine(Rehearsal, "tmp"))
                .Concat([Path.Combine(_bin, "environment"), Path.Combine(_bin, "asked")])
                .Select(File.ReadAllText)
        );
        Assert.DoesNotContain("eyJ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("rt_simulator", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ac_simulator", told, StringComparison.Ordinal);
        Assert.DoesNotContain(callback, told, StringComparison.Ordinal);
    }

    private static JsonElement Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
