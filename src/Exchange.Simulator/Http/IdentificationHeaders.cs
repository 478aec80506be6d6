using System.Collections.Specialized;

namespace Exchange.Simulator.Http;

/// <summary>The identification headers of bitopro.md 1.2: recorded, never demanded.</summary>
internal static class IdentificationHeaders
{
    private static readonly (string Name, string Value)[] Expected =
    [
        ("User-Agent", "bitopro-spot/2.5.2 (Skill)"),
        ("X-Execution-Source", "Claude-Skill"),
        ("X-Skill-Name", "bitopro/spot"),
        ("X-Skill-Version", "2.5.2"),
        ("X-Client-Type", "AI-Agent"),
    ];

    public static bool AreAllPresent(NameValueCollection headers)
    {
        foreach (var (name, value) in Expected)
        {
            if (!string.Equals(headers[name], value, StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }
}
