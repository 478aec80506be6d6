using Exchange.Codex;
using Exchange.Codex.Apply;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>codex-auth.md section 6: what the job asks of the gateway, in which order, and what becomes of it at each step.</summary>
public sealed class ApplyJobTests : IDisposable
{
    private const string Id = "openai-codex:work";

    private static readonly GatewayLimits Short = new()
    {
        Status = TimeSpan.FromSeconds(2),
        Order = TimeSpan.FromSeconds(2),
        Restart = TimeSpan.FromSeconds(1),
        BetweenLooks = TimeSpan.FromMilliseconds(50),
    };

    private readonly CodexBench _bench = new();
    private readonly StandIn _gateway;

    public ApplyJobTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        _gateway = new StandIn(_bench["bin"]);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_running_gateway_is_stopped_for_the_write_and_started_again()
    {
        _gateway.Set("running");

        var status = await RunAsync();

        Assert.Equal(
            ["gateway status --json", "gateway stop --json", "gateway start --json", "gateway status --json"],
            _gateway.Asked
        );
        Assert.Equal((true, "succeeded", true, true), (status.Ok, status.State, status.WasRunning, status.Restarted));
        Assert.Empty(status.Errors);
        Assert.True(_gateway.IsRunning);
        Assert.Contains("access-new", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_does_not_run_is_neither_stopped_nor_started()
    {
        var status = await RunAsync();

        Assert.Equal(["gateway status --json"], _gateway.Asked);
        Assert.Equal((true, false, null), (status.Ok, status.WasRunning, status.Restarted));
        Assert.Contains("access-new", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_cannot_be_stopped_nothing_is_written_and_it_is_started_all_the_same()
    {
        _gateway.Set("running").Set("fail-stop", "no: token=secret-123 at http://u:p@h/#frag");

        var status = await RunAsync();

        Assert.Equal((false, "failed"), (status.Ok, status.State));
        var error = Assert.Single(status.Errors);
        Assert.Equal(("stop", "exit code 3: no: token=*** at http://***@h/#***"), (error.Step, error.Error));
        Assert.Contains("gateway start --json", _gateway.Asked);
        Assert.False(File.Exists(_bench.StorePath));
    }

    [Fact]
    public async Task When_its_status_cannot_be_read_nothing_is_touched()
    {
        _gateway.Set("nonsense").Set("running");

        var status = await RunAsync();

        Assert.Equal(["gateway status --json"], _gateway.Asked);
        Assert.Equal("preflight", Assert.Single(status.Errors).Step);
        Assert.False(File.Exists(_bench.StorePath));
    }

    [Fact]
    public async Task When_the_write_fails_the_gateway_is_started_and_the_error_is_its_id()
    {
        _gateway.Set("running");
        _bench.WriteStore("[]");

        var status = await RunAsync();

        Assert.Equal(("write", "store_corrupt"), (status.Errors[0].Step, status.Errors[0].Error));
        Assert.True(_gateway.IsRunning);
        Assert.Equal("[]", _bench.ReadStore());
    }

    [Fact]
    public async Task When_it_cannot_be_started_that_is_told_and_the_login_is_there()
    {
        _gateway.Set("running").Set("fail-start", "cannot");

        var status = await RunAsync();

        Assert.Equal(["start", "verify"], status.Errors.Select(error => error.Step));
        Assert.Equal((false, false), (status.Ok, status.Restarted));
        Assert.Contains("access-new", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_says_that_it_has_started_and_has_not_that_is_told()
    {
        _gateway.Set("running").Set("lame");

        var status = await RunAsync();

        Assert.Equal(("verify", "gateway_not_running"), (status.Errors[0].Step, status.Errors[0].Error));
    }

    [Fact]
    public async Task A_command_that_hangs_is_not_waited_for_for_ever_and_not_ended_by_force()
    {
        _gateway.Set("running").Set("hang-stop");

        var status = await RunAsync();
        _gateway.Clear("hang-stop");

        Assert.Equal(("stop", "no end in time"), (status.Errors[0].Step, status.Errors[0].Error));
        Assert.False(File.Exists(_bench.StorePath));
        await Until.TrueAsync(() => !_gateway.IsRunning || _gateway.Asked.Count >= 3);
    }

    [Fact]
    public async Task The_status_is_in_both_files_for_its_owner_alone_and_holds_no_secret()
    {
        _bench.WriteStore("""{"profiles":{}}""");

        var status = await RunAsync();

        foreach (
            var path in (string[])[ApplyStatus.PathIn(_bench.Temporary, null), ApplyStatus.PathIn(_bench.Temporary, Id)]
        )
        {
            var text = File.ReadAllText(path);
            Assert.Equal(Modes.OwnerFile, Modes.Of(path));
            Assert.DoesNotContain("access-new", text, StringComparison.Ordinal);
            Assert.DoesNotContain("refresh-new", text, StringComparison.Ordinal);
            foreach (
                var name in (string[])
                    [
                        "ok",
                        "profile",
                        "ts",
                        "errors",
                        "revert_command",
                        "schema",
                        "jobId",
                        "pid",
                        "state",
                        "startedAt",
                        "finishedAt",
                        "wasRunning",
                        "restarted",
                        "backup",
                    ]
            )
            {
                Assert.Contains($"\"{name}\": ", text, StringComparison.Ordinal);
            }
        }
        Assert.Equal(
            $"Copy-Item -LiteralPath '{status.Backup}' -Destination '{_bench.StorePath}'; openclaw gateway restart",
            status.RevertCommand
        );
        var log = ApplyLog.PathIn(_bench.Temporary);
        Assert.Equal(Modes.OwnerFile, Modes.Of(log));
        Assert.DoesNotContain("access-new", File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_more_than_256_KiB_is_begun_anew()
    {
        CodexTemporaryFolder.Open(_bench.Places);
        File.WriteAllText(ApplyLog.PathIn(_bench.Temporary), new string('x', 262_145));

        await RunAsync();

        Assert.InRange(new FileInfo(ApplyLog.PathIn(_bench.Temporary)).Length, 1, 10_000);
        Assert.True(File.Exists(ApplyLog.PathIn(_bench.Temporary) + ".1"));
    }

    [Fact]
    public async Task A_job_whose_process_has_gone_reads_as_abandoned()
    {
        await RunAsync();
        using var child = await ChildProcess.StartAsync("wait");
        await child.KillAsync();
        var path = ApplyStatus.PathIn(_bench.Temporary, Id);
        var job = (await ApplyStatus.ReadAsync(path, _bench.Clock, CodexBench.Cancel))!;
        (job with { State = ApplyState.Writing, ProcessId = child.Id }).Write(_bench.Temporary);

        var status = await _bench.SignIn().GetStatusAsync("work", CodexBench.Cancel);

        Assert.Equal((false, "abandoned"), (status.Ok, status.State));
    }

    [Fact]
    public async Task Without_any_job_the_status_says_so()
    {
        var status = await _bench.SignIn().GetStatusAsync(null, CodexBench.Cancel);

        Assert.Equal((false, "none", "no_status"), (status.Ok, status.State, Assert.Single(status.Errors).Error));
        Assert.Equal(CodexStoreKind.Absent, status.StoreKind);
    }

    [Fact]
    public void The_command_is_found_on_the_path_and_never_in_the_current_folder()
    {
        var other = Directory.CreateDirectory(_bench["empty"]).FullName;

        Assert.Equal(_gateway.Program, GatewayCli.Find(_ => $"{other}:{_gateway.Folder}"));
        Assert.Null(GatewayCli.Find(_ => $".:bin::{other}"));
        Assert.Null(GatewayCli.Find(_ => null));
    }

    [Fact]
    public void A_command_that_cannot_be_run_is_none()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_gateway.Program, UnixFileMode.UserRead);
        }

        Assert.Null(GatewayCli.Find(_ => _gateway.Folder));
    }

    // As the versions 2026.3.13 and 2026.5.7 print it, cut down.
    [Theory]
    [InlineData("""{"service":{"runtime":{"status":"unknown"}},"port":{"status":"free"},"rpc":{"ok":false}}""", false)]
    [InlineData("""{"service":{"runtime":{"status":"running"}},"port":{"status":"busy"},"rpc":{"ok":true}}""", true)]
    [InlineData("""{"service":{"runtime":{"status":"stopped"}},"port":{"status":"busy"},"rpc":{"ok":false}}""", true)]
    [InlineData("""{"service":{"runtime":{"status":"stopped"}},"rpc":{"ok":true}}""", true)]
    [InlineData("a line of a log\n{\"service\":{\"runtime\":{\"status\":\"running\"}}}\n", true)]
    [InlineData("{}", false)]
    [InlineData("", null)]
    [InlineData("{", null)]
    [InlineData("}{", null)]
    public void The_gateways_state_is_read_from_what_it_prints(string output, bool? expected) =>
        Assert.Equal(expected, GatewayCli.IsRunning(output));

    [Fact]
    public void A_payload_comes_through_its_line_whole()
    {
        var line = System.Text.Encoding.UTF8.GetString(Payload().ToLine());
        var read = ApplyPayload.Parse(line)!;

        Assert.DoesNotContain('\n', line);
        Assert.Equal(
            ("job-1", Id, "access-new", CodexVectors.Expires),
            (read.JobId, read.ProfileId, read.Tokens.Access, read.Tokens.Expires)
        );
        Assert.Null(ApplyPayload.Parse("{}"));
        Assert.Null(ApplyPayload.Parse("nonsense"));
    }

    private ApplyPayload Payload() =>
        new()
        {
            JobId = "job-1",
            ProfileId = Id,
            AuthPath = _bench.StorePath,
            StateFolder = _bench.Places.StateFolder,
            Gateway = _gateway.Program,
            SetOrder = false,
            Force = false,
            Tokens = _bench.Tokens(),
        };

    private async Task<ApplyStatus> RunAsync()
    {
        var folder = CodexTemporaryFolder.Open(_bench.Places);
        using var held = await LockFile.TakeAsync(
            Path.Combine(folder, "codex-auth-apply"),
            LockPatience.None,
            TimeProvider.System,
            () => 0m,
            () => throw new InvalidOperationException("busy"),
            CodexBench.Cancel
        );
        var job = new ApplyJob(Payload(), _bench.Places, folder, held, TimeProvider.System, () => 0m, Short);
        job.Announce();
        await job.RunAsync(CodexBench.Cancel);
        return (await ApplyStatus.ReadAsync(ApplyStatus.PathIn(folder, Id), TimeProvider.System, CodexBench.Cancel))!;
    }
}
