using Exchange.Codex;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;

namespace Exchange.Faults.Files;

/// <summary>The other program's <c>auth-profiles.json</c>, under its own lock; tokens are renewed and never taken out.</summary>
internal sealed class CodexStore : SlottedFile
{
    private const string Theirs = """
            "anthropic:desk": {
              "type": "api_key",
              "provider": "anthropic",
              "weight": 1.50e3,
              "label": "caf\u00e9 \/ desk"
            }
        """;
    private const string Statistics = """
          "usageStats": {
            "anthropic:desk": {
              "errorCount": 0,
              "lastUsed": 1700000000000.0
            }
          },
          "unknown": null
        """;

    public override string Name => "Codex auth-profiles.json";

    public override string FileName => "auth-profiles.json";

    protected override string[] Foreign => [Theirs, Statistics];

    protected override bool Removes => false;

    public override Task PrepareAsync(string folder) =>
        File.WriteAllTextAsync(
            Path.Combine(folder, FileName),
            $$"""
            {
              "version": 1,
              "profiles": {
            {{Theirs}}
              },
            {{Statistics}}
            }

            """
        );

    protected override Task PutAsync(string folder, string name, string value) =>
        Store(folder)
            .WriteAsync(
                $"openai-codex:{name}",
                new CodexTokens(value, $"refresh-{value}", 4_000_000_000_000, "account"),
                setOrder: false,
                force: false,
                default
            );

    protected override Task RemoveAsync(string folder, string name) => throw new NotSupportedException();

    protected override IReadOnlyDictionary<string, string> Values(string folder)
    {
        var store = Store(folder).ReadAsync(default).GetAwaiter().GetResult();
        return store
            .Ids.Where(id => id.StartsWith("openai-codex:", StringComparison.Ordinal))
            .ToDictionary(
                id => id["openai-codex:".Length..],
                id => StoreDocument.Text(store.Find(id), "access")!,
                StringComparer.Ordinal
            );
    }

    private AuthStore Store(string folder) =>
        new(
            CodexPlaces.Locate(_ => null, Path.Combine(folder, FileName), folder),
            TimeProvider.System,
            () => (decimal)Random.Shared.NextDouble()
        )
        {
            Patience = new LockPatience(TimeSpan.FromSeconds(120)),
        };
}
