using System.Text;
using System.Text.Json;

namespace Exchange.Codex.Store;

/// <summary>What the other program's own files say about profiles; they are read and never written (codex-auth.md 5.6, 5.7).</summary>
internal static class OtherConfig
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };

    /// <summary>
    /// False when the configuration lists profiles of this provider and not this one, which the other program then passes over; null when
    /// it cannot be read; else true.
    /// </summary>
    public static bool? Declares(CodexPlaces places, string profileId)
    {
        try
        {
            if (!File.Exists(places.ConfigPath))
            {
                return true;
            }
            var text = File.ReadAllText(places.ConfigPath, Encoding.UTF8);
            using var config = JsonDocument.Parse(Json5.ToJson(text), Reading);
            if (
                Member(Member(config.RootElement, "auth"), "profiles") is not { ValueKind: JsonValueKind.Object } listed
            )
            {
                return true;
            }
            var ours = listed
                .EnumerateObject()
                .Where(profile => IsCodex(profile.Value))
                .Select(profile => profile.Name);
            return !ours.Any() || listed.TryGetProperty(profileId, out _);
        }
        catch (Exception trouble)
            when (trouble is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The member to add by hand.</summary>
    public static string Hint(CodexPlaces places, string profileId) =>
        $"{places.ConfigPath} lists profiles and not this one, so the other program would not use it. Add to auth.profiles: "
        + $"\"{profileId}\": {{ \"provider\": \"{CodexConstants.Provider}\", \"mode\": \"oauth\" }}";

    /// <summary>True when the sibling file that wins over the store's own order is there.</summary>
    public static bool ManagesOrder(CodexPlaces places) =>
        File.Exists(Path.Combine(places.AgentFolder, "auth-state.json"));

    private static JsonElement? Member(JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    private static bool IsCodex(JsonElement profile) =>
        Member(profile, "provider") is { ValueKind: JsonValueKind.String } provider
        && string.Equals(provider.GetString()?.Trim(), CodexConstants.Provider, StringComparison.OrdinalIgnoreCase);
}
