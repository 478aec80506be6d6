using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Storage;

namespace Exchange.Desk;

/// <summary>
/// Which values were shown for which drafts in the last minute, by any process of this user: a value that depends on the
/// market is confirmed by repeating what was shown, not by guessing what it is now (bitopro.md section 7).
/// </summary>
public sealed class ShownDrafts(StateFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(10);

    /// <summary>Remembers that a draft was shown with this value.</summary>
    public async Task RememberAsync(string identity, decimal value, CancellationToken cancel)
    {
        var path = folder.File("shown-drafts.json");
        using var held = await FileLock.TakeAsync(path + ".lock", LockLimit, cancel).ConfigureAwait(false);
        var shown = Read(path);
        shown.Add(new ShownDraft(KeyOf(identity), value, clock.GetUtcNow()));
        AtomicFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(shown, ShownDraftJson.Default.ListShownDraft));
    }

    /// <summary>True when the draft was shown with exactly this value within the last minute.</summary>
    public async Task<bool> WasShownAsync(string identity, decimal value, CancellationToken cancel)
    {
        var path = folder.File("shown-drafts.json");
        using var held = await FileLock.TakeAsync(path + ".lock", LockLimit, cancel).ConfigureAwait(false);
        var key = KeyOf(identity);
        return Read(path).Exists(shown => shown.Key == key && shown.Value == value);
    }

    // What cannot be read was not shown: then the draft is shown again.
    private List<ShownDraft> Read(string path)
    {
        try
        {
            var shown = File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ShownDraftJson.Default.ListShownDraft) ?? []
                : [];
            var now = clock.GetUtcNow();
            shown.RemoveAll(draft => now - draft.At > Kept || draft.At > now);
            return shown;
        }
        catch (JsonException)
        {
            return [];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"{path} cannot be read", trouble);
        }
    }

    private static string KeyOf(string identity) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
}

/// <summary>One draft as it was shown; the key is a hash of everything that will be sent.</summary>
internal sealed record ShownDraft(string Key, decimal Value, DateTimeOffset At);

[JsonSerializable(typeof(List<ShownDraft>))]
internal sealed partial class ShownDraftJson : JsonSerializerContext;
