using System.Collections.Concurrent;
using System.Text;
using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>A user's folders, a clock, and a sign-in whose service is at a loopback address.</summary>
internal sealed class CodexBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ReadCorridor _corridor;

    public CodexBench(Uri? service = null)
    {
        Service = service ?? new Uri("http://127.0.0.1:9/");
        Environment["HOME"] = _folder.Path;
        Environment["USERPROFILE"] = _folder.Path;
        _corridor = new ReadCorridor(Clock, () => 0.5) { Transport = new ApiTransport(WireClock) };
        Places = CodexPlaces.Locate(name => Environment.GetValueOrDefault(name), null, _folder["rehearsal"]);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Uri Service { get; }

    public ManualClock Clock { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(CodexVectors.Now));

    public ManualClock WireClock { get; } = new();

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public CodexPlaces Places { get; private set; }

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<string> Told { get; } = new();

    public string StorePath => Places.StorePath;

    public string LockPath => StorePath + ".lock";

    public string Temporary => Places.TemporaryFolders[0];

    public string PendingPath => System.IO.Path.Combine(Temporary, "codex-auth-pending.json");

    public string this[string name] => _folder[name];

    public AuthStore Store(Action<StoreStep>? reached = null) =>
        new(Places, Clock, () => 0m) { Reached = reached ?? (_ => { }) };

    public CodexSignIn SignIn(int? listenPort = null) =>
        new(
            CodexEndpoint.Simulator(Service),
            Places,
            _corridor,
            System.Security.Cryptography.RandomNumberGenerator.GetBytes,
            name => Environment.GetValueOrDefault(name),
            new ApiListener(told => Told.Enqueue(told.Text), Warnings.Enqueue)
        )
        {
            ListenPort = listenPort ?? CodexConstants.CallbackPort,
        };

    /// <summary>How a pasted address is completed.</summary>
    public static CodexCompletion With(string? pasted, string? profile = null, bool force = false) =>
        new()
        {
            Profile = profile,
            CallbackUrl = _ => Task.FromResult(pasted is null ? null : Secret.From(pasted)),
            Confirm = (_, _) => Task.FromResult(true),
            Force = force,
        };

    public void WriteStore(string json)
    {
        Directory.CreateDirectory(Places.AgentFolder);
        File.WriteAllText(StorePath, json);
    }

    public string ReadStore() => File.ReadAllText(StorePath, Encoding.UTF8);

    public CodexTokens Tokens(string account = "acct-1", string mark = "new", long expires = CodexVectors.Expires) =>
        new($"access-{mark}", $"refresh-{mark}", expires, account);

    /// <summary>Runs to the end; whoever waits on the clock is let go on.</summary>
    public async Task<T> LeapAsync<T>(Task<T> running)
    {
        await Clock.LeapUntilDone(running.ContinueWith(_ => { }, TaskScheduler.Default));
        return await running;
    }

    /// <summary>Nothing but the store, its backups and what a test put there.</summary>
    public string[] AgentFiles() =>
        [
            .. Directory
                .GetFiles(Places.AgentFolder)
                .Select(System.IO.Path.GetFileName)
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose()
    {
        _corridor.Dispose();
        _folder.Dispose();
    }
}
