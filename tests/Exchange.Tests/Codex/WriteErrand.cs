using Exchange.Codex;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;

namespace Exchange.Tests.Codex;

/// <summary>Writes to a store in a process of its own.</summary>
internal static class WriteErrand
{
    /// <summary>So many profiles, each in a write of its own.</summary>
    public static async Task WriteAsync(string path, string name, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = $"openai-codex:{name}-{i}";
            var tokens = new CodexTokens($"access-{id}", $"refresh-{id}", CodexVectors.Expires, "acct");
            await Store(path, _ => { }).WriteAsync(id, tokens, false, false, CancellationToken.None);
        }
    }

    /// <summary>Begins a write, says that it has come to the step, and waits there to be killed.</summary>
    public static Task StopAtAsync(string path, StoreStep stop) =>
        Store(
                path,
                step =>
                {
                    if (step == stop)
                    {
                        Console.WriteLine("ready");
                        Thread.Sleep(Timeout.Infinite);
                    }
                }
            )
            .WriteAsync(
                "openai-codex:killed",
                new CodexTokens("access-killed", "refresh-killed", CodexVectors.Expires, "acct"),
                false,
                false,
                CancellationToken.None
            );

    private static AuthStore Store(string path, Action<StoreStep> reached) =>
        new(
            CodexPlaces.Locate(_ => null, path, Path.GetDirectoryName(path)),
            TimeProvider.System,
            () => (decimal)Random.Shared.NextDouble()
        )
        {
            Reached = reached,
            Patience = new LockPatience(TimeSpan.FromSeconds(120)),
        };
}
