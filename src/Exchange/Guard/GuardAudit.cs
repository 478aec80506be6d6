using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Exchange.Storage;

namespace Exchange.Guard;

/// <summary>
/// The record of decisions (trade-guard.md 9.3): one JSON object a line, readable by its owner alone, texts scrubbed and cut. A
/// full file is put aside, and the oldest of those is dropped.
/// </summary>
public sealed class GuardAudit(StateFolder folder)
{
    /// <summary>A file that has grown past this is put aside, in bytes.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    /// <summary>How many files that were put aside are kept.</summary>
    public const int FilesKept = 5;

    private const int LongestText = 500;

    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(5);
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>True when the decision is to be recorded: every one in strict mode, else those that matter.</summary>
    public static bool IsRecorded(GuardVerdict verdict, bool isStrict) =>
        isStrict
        || verdict
            is GuardVerdict.BLOCK
                or GuardVerdict.ESCALATE
                or GuardVerdict.APPROVE_SESSION
                or GuardVerdict.PAUSE
                or GuardVerdict.ALLOW_IN_SESSION;

    /// <summary>Adds a decision.</summary>
    /// <exception cref="ExchangeException">It cannot be written.</exception>
    public async Task WriteAsync(
        GuardDecision decision,
        GuardRequest request,
        GuardSettings settings,
        bool isPreview,
        CancellationToken cancel
    )
    {
        if (!IsRecorded(decision.Decision, settings.IsStrict))
        {
            return;
        }
        var path = settings.AuditLog ?? folder.File("guard-audit.jsonl");
        var line = Line(decision, request, isPreview);
        using var held = await FileLock.TakeAsync(path + ".lock", LockLimit, cancel).ConfigureAwait(false);
        try
        {
            PutAside(path);
            using var file = DirectFile.Open(path, System.IO.FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(line);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"The audit log {path} cannot be written", trouble);
        }
    }

    internal static byte[] Line(GuardDecision decision, GuardRequest request, bool isPreview)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("ts", Instants.Format(request.Now));
            json.WriteString(
                "sessionKey",
                string.Create(CultureInfo.InvariantCulture, $"process-{Environment.ProcessId}")
            );
            json.WriteString("type", "message");
            json.WriteString("action", request.Kind);
            json.WriteString("strategySessionId", request.Session?.StrategySessionId);
            json.WriteString(
                "executionAttemptId",
                request.AttemptIds.Count == 0 ? null : string.Join(' ', request.AttemptIds)
            );
            json.WriteString("decision", decision.Decision.ToString());
            json.WriteString("reason", decision.Reason);
            json.WriteString("text", Cut(Scrubber.Scrub(request.Text)));
            if (isPreview)
            {
                json.WriteBoolean("preview", true);
            }
            json.WriteEndObject();
        }
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;

    private static void PutAside(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < LargestFile)
        {
            return;
        }
        for (var i = FilesKept - 1; i >= 1; i--)
        {
            if (File.Exists($"{path}.{i}"))
            {
                File.Move($"{path}.{i}", $"{path}.{i + 1}", overwrite: true);
            }
        }
        File.Move(path, $"{path}.1", overwrite: true);
    }
}
