using System.Text.Json;

namespace Exchange.Faults.SignIns;

/// <summary>
/// Reads the store over and over while it is written: whole each time, and what belongs to others word for word as it was.
/// </summary>
internal sealed class StoreWatch(string path)
{
    // In the other program's own style, with numbers that no arithmetic would keep.
    private const string Others = """
        {
          "version": 1,
          "profiles": {
            "anthropic:main": {
              "type": "api_key",
              "provider": "anthropic",
              "key": "not-a-key",
              "limit": 12345678901234567890
            },
            "openai-codex:somebody@example.com": {
              "type": "oauth",
              "provider": "openai-codex",
              "access": "not-a-token",
              "refresh": "not-a-token",
              "expires": 9007199254740993.0,
              "email": "somebody@example.com"
            }
          },
          "lastGood": {
            "openai-codex": "openai-codex:somebody@example.com"
          },
          "usageStats": {
            "openai-codex:somebody@example.com": {
              "lastUsed": 1.50e3
            }
          }
        }

        """;

    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(10);

    private readonly string _before = PartsOf(Others.ReplaceLineEndings("\n"));

    public int Reads { get; private set; }

    public int Wrong { get; private set; }

    public string First { get; private set; } = "";

    public void Begin()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Others.ReplaceLineEndings("\n"));
    }

    public async Task UntilAsync(Task end)
    {
        while (!end.IsCompleted)
        {
            Look();
            await Task.WhenAny(end, Task.Delay(BetweenReads));
        }
        Look();
        await end;
    }

    private void Look()
    {
        Reads++;
        try
        {
            if (PartsOf(File.ReadAllText(path)) == _before)
            {
                return;
            }
            Fail("a part of somebody else's changed");
        }
        catch (Exception torn) when (torn is JsonException or IOException or KeyNotFoundException)
        {
            Fail($"{torn.GetType().Name}: {torn.Message}");
        }
    }

    private void Fail(string how)
    {
        Wrong++;
        First = First.Length == 0 ? how : First;
    }

    private static string PartsOf(string text)
    {
        using var store = JsonDocument.Parse(text);
        var root = store.RootElement;
        var profiles = root.GetProperty("profiles");
        string[] parts =
        [
            root.GetProperty("version").GetRawText(),
            profiles.GetProperty("anthropic:main").GetRawText(),
            profiles.GetProperty("openai-codex:somebody@example.com").GetRawText(),
            root.GetProperty("lastGood").GetRawText(),
            root.GetProperty("usageStats").GetRawText(),
        ];
        return string.Join('\n', parts);
    }
}
