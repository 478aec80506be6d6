using System.Security;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Codex;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Codex;

/// <summary>A user who signs in at the simulator. Everything that is said is searched for what must not be said.</summary>
internal sealed class CodexSession : IDisposable
{
    private readonly List<string> _secrets = [];

    public CmdletHarness Harness { get; } = new();

    public string AgentFolder => Path.Combine(Harness.Home, "codex-rehearsal", "openclaw", "agents", "main", "agent");

    public string StorePath => Path.Combine(AgentFolder, "auth-profiles.json");

    public string Temporary => Path.Combine(Harness.Home, "codex-rehearsal", "tmp");

    /// <summary>Begins a sign-in and agrees to it; the address that a browser would show.</summary>
    public async Task<string> ApprovedAsync(string profile = "work", string decision = "approve")
    {
        var start = (await RunAsync($"Start-CodexAuth {profile}")).DoneWithOne<CodexAuthStart>();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(
            new Uri($"{start.LoginUrl}&decision={decision}"),
            TestContext.Current.CancellationToken
        );
        var callback = reply.Headers.Location!.OriginalString;
        Keep(callback);
        if (decision == "approve")
        {
            Keep(callback.Split('?')[1].Split('&')[0].Split('=')[1]);
        }
        return callback;
    }

    /// <summary>From now on no run may say this.</summary>
    public void Keep(string secret) => _secrets.Add(secret);

    public async Task<CmdletRun> RunAsync(string line, params object?[] input)
    {
        var run = await Harness.RunAsync(line, input);
        foreach (var secret in _secrets.Concat(StoredTokens()))
        {
            Assert.DoesNotContain(secret, RunText.Of(run), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, string.Concat(Harness.Shown), StringComparison.Ordinal);
        }
        return run;
    }

    public static SecureString Seal(string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
        {
            secret.AppendChar(c);
        }
        return secret;
    }

    public void Dispose()
    {
        // The store holds tokens by its nature; the harness looks for them everywhere else.
        var rehearsal = Path.Combine(Harness.Home, "codex-rehearsal");
        if (Directory.Exists(rehearsal))
        {
            Directory.Delete(rehearsal, recursive: true);
        }
        Harness.Dispose();
    }

    private IEnumerable<string> StoredTokens()
    {
        if (!File.Exists(StorePath))
        {
            yield break;
        }
        using var store = System.Text.Json.JsonDocument.Parse(File.ReadAllText(StorePath));
        if (!store.RootElement.TryGetProperty("profiles", out var profiles))
        {
            yield break;
        }
        foreach (var record in profiles.EnumerateObject().Select(profile => profile.Value))
        {
            foreach (var name in (string[])["access", "refresh"])
            {
                if (record.TryGetProperty(name, out var token) && token.GetString() is { Length: > 0 } text)
                {
                    yield return text;
                }
            }
        }
    }
}
