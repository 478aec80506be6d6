using System.Text.Json;
using System.Text.Json.Nodes;
using Exchange.Codex.Store;
using Exchange.Storage;

namespace Exchange.Codex.Apply;

/// <summary>How far a job is: the words of codex-auth.md section 6.</summary>
internal static class ApplyState
{
    public const string Queued = "queued";
    public const string Stopping = "stopping";
    public const string Writing = "writing";
    public const string Starting = "starting";
    public const string Verifying = "verifying";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    /// <summary>Read, never written: the job's process has gone before its end.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Read, never written: there was no job.</summary>
    public const string None = "none";

    public static bool IsFinal(string state) => state is Succeeded or Failed;
}

/// <summary>A job's status file (codex-auth.md section 6). Holds no secret.</summary>
internal sealed record ApplyStatus
{
    private const string LastName = "codex-auth-apply-last";

    public required string JobId { get; init; }

    public required string ProfileId { get; init; }

    public required int ProcessId { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public bool? WasRunning { get; init; }

    public bool? Restarted { get; init; }

    public string? Backup { get; init; }

    public string? RevertCommand { get; init; }

    public IReadOnlyList<CodexStepError> Errors { get; init; } = [];

    /// <summary>Null while it runs.</summary>
    public bool? Ok => ApplyState.IsFinal(State) ? State == ApplyState.Succeeded : null;

    /// <summary>The file of a profile's last job, or of the last job of all.</summary>
    public static string PathIn(string folder, string? profileId) =>
        Path.Combine(
            folder,
            profileId is null ? $"{LastName}.json" : $"{LastName}-{CodexSelector.Slug(profileId)}.json"
        );

    /// <summary>Puts it in the place of both files.</summary>
    public void Write(string folder)
    {
        var bytes = StoreJson.Write(ToJson());
        foreach (var path in (string[])[PathIn(folder, null), PathIn(folder, ProfileId)])
        {
            AtomicFile.Replace(path, bytes);
        }
    }

    /// <summary>Null when there is none, or it cannot be trusted or read.</summary>
    public static async Task<ApplyStatus?> ReadAsync(string path, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            return
                TrustedFile.IsTrusted(path)
                && await TrustedFile.ReadAsync(path, clock, cancel).ConfigureAwait(false) is { } bytes
                ? Of(StoreJson.Parse(bytes))
                : null;
        }
        catch (Exception trouble)
            when (trouble
                    is JsonException
                        or InvalidOperationException
                        or FormatException
                        or IOException
                        or ArgumentException
            )
        {
            return null;
        }
    }

    private JsonObject ToJson() =>
        new()
        {
            ["ok"] = Ok,
            ["profile"] = ProfileId,
            ["ts"] = ChangedAt.ToUnixTimeMilliseconds(),
            ["errors"] = new JsonArray([
                .. Errors.Select(error => new JsonObject { ["step"] = error.Step, ["error"] = error.Error }),
            ]),
            ["revert_command"] = RevertCommand,
            ["schema"] = 1,
            ["jobId"] = JobId,
            ["pid"] = ProcessId,
            ["state"] = State,
            ["startedAt"] = StartedAt.ToUnixTimeMilliseconds(),
            ["finishedAt"] = FinishedAt?.ToUnixTimeMilliseconds(),
            ["wasRunning"] = WasRunning,
            ["restarted"] = Restarted,
            ["backup"] = Backup,
        };

    private static ApplyStatus? Of(JsonObject? json) =>
        json is null
            ? null
            : new ApplyStatus
            {
                JobId = Text(json, "jobId") ?? "",
                ProfileId = Text(json, "profile") ?? "",
                ProcessId = (int?)json["pid"] ?? 0,
                State = StateOf(json),
                StartedAt = Time(json, "startedAt") ?? default,
                ChangedAt = Time(json, "ts") ?? default,
                FinishedAt = Time(json, "finishedAt"),
                WasRunning = (bool?)json["wasRunning"],
                Restarted = (bool?)json["restarted"],
                Backup = Text(json, "backup"),
                RevertCommand = Text(json, "revert_command"),
                Errors =
                [
                    .. (json["errors"] as JsonArray ?? [])
                        .OfType<JsonObject>()
                        .Select(error => new CodexStepError(Text(error, "step"), Text(error, "error") ?? "")),
                ],
            };

    // Files of other programs of this kind have ok and no state.
    private static string StateOf(JsonObject json) =>
        Text(json, "state") ?? ((bool?)json["ok"] == true ? ApplyState.Succeeded : ApplyState.Failed);

    private static string? Text(JsonObject json, string name) => (string?)json[name];

    private static DateTimeOffset? Time(JsonObject json, string name) =>
        (long?)json[name] is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
