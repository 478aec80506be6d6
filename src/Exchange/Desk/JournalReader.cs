using System.Text;

namespace Exchange.Desk;

/// <summary>Reads a journal line by line, however long it is and whatever became of its lines.</summary>
internal static class JournalReader
{
    private const int BufferSize = 256 * 1024;

    /// <summary>The attempts in the first <paramref name="length"/> bytes; a journal that is not there yet is an empty one.</summary>
    public static JournalContent Read(string path, long length)
    {
        var attempts = new Dictionary<string, Attempt>(StringComparer.Ordinal);
        var corrupt = new List<int>();
        var number = 0;
        ForEachLine(
            path,
            length,
            line =>
            {
                number++;
                if (line.Length > 0 && !Apply(attempts, JournalLine.Read(line)))
                {
                    corrupt.Add(number);
                }
            }
        );
        return new JournalContent([.. attempts.Values], corrupt);
    }

    /// <summary>The first of the intents' ids that the journal names already.</summary>
    public static string? FirstKnownId(string path, IReadOnlyList<AttemptIntent> intents)
    {
        var wanted = intents
            .Select(intent =>
                (Id: intent.AttemptId, Bytes: Encoding.UTF8.GetBytes($"\"attemptId\":\"{Escaped(intent.AttemptId)}\""))
            )
            .ToArray();
        string? known = null;
        ForEachLine(
            path,
            long.MaxValue,
            line =>
            {
                foreach (var (id, bytes) in wanted)
                {
                    known ??= line.IndexOf(bytes) >= 0 ? id : null;
                }
            }
        );
        return known;
    }

    private static string Escaped(string id) => System.Text.Json.JsonEncodedText.Encode(id).ToString();

    private static bool Apply(Dictionary<string, Attempt> attempts, JournalEntry? entry)
    {
        switch (entry)
        {
            case { Intent: { AttemptId: not null, Facts: not null } intent }:
                attempts[intent.AttemptId] = new Attempt
                {
                    AttemptId = intent.AttemptId,
                    State = AttemptState.Unknown,
                    StartedAt = intent.At,
                    Service = intent.Service,
                    Operation = intent.Operation,
                    Account = intent.Account,
                    Address = intent.Address,
                    Facts = intent.Facts,
                    SinceStartMs = intent.SinceStartMs,
                    Reason = "no answer was recorded",
                };
                return true;
            case { Outcome: { AttemptId: not null } outcome }
                when attempts.TryGetValue(outcome.AttemptId, out var attempt):
                attempts[outcome.AttemptId] = attempt with
                {
                    State = outcome.State,
                    SettledAt = outcome.At,
                    Reference = outcome.Reference ?? attempt.Reference,
                    Reason = outcome.Reason,
                };
                return true;
            default:
                return false;
        }
    }

    private delegate void LineAction(ReadOnlySpan<byte> line);

    private static void ForEachLine(string path, long length, LineAction action)
    {
        if (!File.Exists(path))
        {
            return;
        }
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            0
        );
        var buffer = new byte[BufferSize];
        var filled = 0;
        int read;
        while ((read = file.Read(buffer, filled, (int)Math.Min(buffer.Length - filled, length))) > 0)
        {
            length -= read;
            filled += read;
            var rest = TakeLines(buffer.AsSpan(0, filled), action);
            buffer.AsSpan(rest, filled - rest).CopyTo(buffer);
            filled -= rest;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
        if (filled > 0)
        {
            action(buffer.AsSpan(0, filled));
        }
    }

    private static int TakeLines(ReadOnlySpan<byte> bytes, LineAction action)
    {
        var start = 0;
        int length;
        while ((length = bytes[start..].IndexOf((byte)'\n')) >= 0)
        {
            action(bytes.Slice(start, length));
            start += length + 1;
        }
        return start;
    }
}
