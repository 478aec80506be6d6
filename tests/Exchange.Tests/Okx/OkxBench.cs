using System.Collections.Concurrent;
using Exchange.Desk;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>OKX's client and sign-in in front of a loopback server, with clocks that a test moves.</summary>
internal sealed class OkxBench : IAsyncDisposable
{
    /// <summary>The invented credentials of okx-account.md 8.1.</summary>
    public const string ApiKey = "3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d";
    public const string SecretKey = "9D1C0F2B7E4A4C6FA3B85D6E7F809A1B";
    public const string Passphrase = "Str0ng#Pass\"phrase'1";

    public static readonly DateTimeOffset Start = new(2026, 4, 11, 20, 30, 0, TimeSpan.Zero);

    private readonly ReadCorridor _corridor;
    private readonly TemporaryFolder _folder = new();
    private readonly OkxClockOffsets _offsets = new();

    public OkxBench(params Answer[] answers)
        : this(LoopbackServer.Answering(answers)) { }

    public OkxBench(Func<ReceivedRequest, Answer> respond)
        : this(new LoopbackServer(respond)) { }

    private OkxBench(LoopbackServer server)
    {
        Server = server;
        Machine = new SteppedClock(Clock);
        _corridor = new ReadCorridor(Machine, () => 0.5) { Transport = new ApiTransport(WireClock) };
        Connection = new OkxConnection
        {
            Address = server.Address,
            Site = "eea",
            WebHost = "my.okx.com",
            LiveAddress = new Uri("https://eea.okx.com"),
            Profile = "okx-demo",
            Key = Key(),
        };
        Journal = new Journal(new StateFolder(_folder["state"]));
        Desk = new WriteDesk(Journal, Clock, Warnings.Enqueue);
    }

    public LoopbackServer Server { get; }

    public ManualClock Clock { get; } = new(Start);

    /// <summary>The client's clock: the same, until it is set.</summary>
    public SteppedClock Machine { get; }

    /// <summary>The time limit of a request.</summary>
    public ManualClock WireClock { get; } = new();

    public OkxConnection Connection { get; set; }

    public OkxClient Client => new(Connection, _corridor, _offsets, Listener);

    public Journal Journal { get; }

    public WriteDesk Desk { get; }

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<string> Told { get; } = new();

    public ApiListener Listener =>
        new(happened => Told.Enqueue(happened.Text), Warnings.Enqueue) { Note = Told.Enqueue };

    public string StorePath => _folder["okx-ps-auth.dat"];

    public OkxSignInStore Store => new(StorePath) { Warn = Warnings.Enqueue };

    public OAuthServer Service(string site) => OAuthServer.Of(site, Server.Address, Server.Address);

    public OkxSignIn SignIn => new(Store, Service, _corridor, Listener);

    public OkxTokens Tokens => new(Store, Service, _corridor);

    /// <summary>From now on calls use the session, not the key.</summary>
    public OkxTokens UseSession()
    {
        var tokens = Tokens;
        Connection = Connection with { Key = null, Profile = null, Tokens = tokens };
        return tokens;
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static OkxApiKey Key() =>
        OkxApiKey.From(Secret.From(ApiKey), Secret.From(SecretKey), Secret.From(Passphrase));

    /// <summary>Waits for a call, moving the clock whenever the call waits.</summary>
    public async Task<T> PassTime<T>(Task<T> call)
    {
        await Clock.LeapUntilDone(((Task)call).ContinueWith(_ => { }, TaskScheduler.Default));
        return await call;
    }

    public Task<OkxReply> GetAsync(string path, params KeyValuePair<string, string>[] query) =>
        PassTime(Client.GetAsync(path, query, Cancel));

    /// <summary>Sends a body down the write corridor without a question.</summary>
    public async Task<WriteReceipt<OkxWriteAnswer>?> PostAsync(string path, string body, string? attemptId = null)
    {
        var client = Client;
        using var json = System.Text.Json.JsonDocument.Parse(body);
        var draft = client.DraftWrite(path, [], json.RootElement);
        return await PassTime(
            Desk.SubmitAsync(client.Write(draft, attemptId), (_, _) => Task.FromResult(true), Cancel)
        );
    }

    public async Task<IReadOnlyList<Attempt>> AttemptsAsync() => (await Journal.ReadAsync(Cancel)).Attempts;

    public async Task<Attempt> OnlyAttemptAsync() => Assert.Single(await AttemptsAsync());

    public async ValueTask DisposeAsync()
    {
        _corridor.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
