using System.Diagnostics;

namespace Exchange.Codex.Apply;

/// <summary>What the gateway's command, and the worker that runs it, get of this process's environment: all but other services' keys.</summary>
internal static class GatewayEnvironment
{
    private static readonly string[] Others = ["BITOPRO_", "OKX_"];

    /// <summary>Takes away what the process that is started has no business with.</summary>
    public static void Restrict(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(IsOfOthers).ToList())
        {
            start.Environment.Remove(name);
        }
    }

    private static bool IsOfOthers(string variable) =>
        Array.Exists(Others, prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
