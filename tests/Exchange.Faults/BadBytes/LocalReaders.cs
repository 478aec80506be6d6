using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Exchange.Codex;
using Exchange.Codex.Locks;
using Exchange.Codex.Pending;
using Exchange.Codex.Store;
using Exchange.Desk;
using Exchange.Engine;
using Exchange.Engine.Json;
using Exchange.Okx.SignIn;
using Exchange.Storage;
using Exchange.Strategy.Wallet;

namespace Exchange.Faults.BadBytes;

/// <summary>What people paste and what lies on the disk: addresses, stores, locks, sealed states, the journal, lines of JSON.</summary>
internal static class LocalReaders
{
    private const string Id = "openai-codex:default";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_778_135_507_340);
    private static readonly CodexTokens Tokens = new("a.b.c", "r", 1, "acct");
    private static readonly CmdletRunner Runner = new();
    private static readonly string Folder = Directory.CreateTempSubdirectory("exchange-bytes-").FullName;

    // Each thread has a file of its own.
    private static readonly ThreadLocal<string> OwnFile = new(() => Path.Combine(Folder, Guid.NewGuid().ToString("N")));

    private static readonly Codex.Pending.PendingSignIn Begun = new()
    {
        ProfileId = Id,
        Verifier = "v",
        State = "0123456789abcdef0123456789abcdef",
        CreatedAt = Now.ToUnixTimeMilliseconds(),
    };

    public static IReadOnlyList<Reader> All { get; } =
    [
        // What is judged is an answer, not an exception.
        new(
            "callback addresses",
            Bytes(LocalSamples.Callbacks),
            bytes => CallbackJudgement.Judge(Begun, Text(bytes), Now),
            _ => false,
            200
        ),
        new(
            "Codex sign-ins that were begun",
            Bytes(LocalSamples.Pending),
            Pending,
            error => error is JsonException,
            20
        ),
        new("auth-profiles.json", Bytes(LocalSamples.Stores), Store, error => error is ExchangeException, 40),
        new("lock files", Bytes(LocalSamples.Locks), bytes => LockBody.Parse(bytes), _ => false, 80),
        new("the other program's configuration", Bytes(LocalSamples.Configs), Config, _ => false, 2),
        new("OKX sign-in states, sealed", Bytes(LocalSamples.SignInStates), SignInState, _ => false, 2),
        new("wallet sessions, sealed", Bytes(LocalSamples.Wallets), Wallet, error => error is ExchangeException, 2),
        new("sealed files, broken", Bytes(LocalSamples.Wallets), Broken, error => error is ExchangeException, 2),
        new(
            "journal lines",
            Bytes(LocalSamples.JournalEntries),
            bytes => JournalLine.Read(Line(bytes)),
            _ => false,
            100
        ),
        new("journals", Bytes(LocalSamples.JournalEntries), Journal, _ => false, 2),
        new("lines of JSON", Bytes(LocalSamples.JsonLines), Lines, error => error is JsonLineException, 60),
        new("lines of JSON, bound", Bytes(LocalSamples.JsonLines), Bind, error => error is JsonLineException, 20),
    ];

    /// <summary>Removes what the readers left.</summary>
    public static void CleanUp() => Directory.Delete(Folder, recursive: true);

    private static List<byte[]> Bytes(IReadOnlyList<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static void Pending(byte[] bytes)
    {
        var root = StoreJson.Parse(bytes) ?? [];
        foreach (var (id, node) in root)
        {
            if (Codex.Pending.PendingSignIn.Of(id, node) is { } pending)
            {
                CallbackJudgement.Judge(pending, LocalSamples.Callbacks[0], Now);
                StoreJson.Write(pending.ToJson());
            }
        }
    }

    // Whatever can be read can be written to, and then differs in one record only.
    private static void Store(byte[] bytes)
    {
        var store = StoreDocument.Parse(bytes, "auth-profiles.json");
        foreach (var id in store.Listed)
        {
            CodexProfile.Of(store, id, Now);
        }
        store.CheckWritable(Id, force: false);
        store.CheckAccount(Id, "acct", force: true);
        var edited = store.With(Id, Tokens, setOrder: bytes.Length % 2 == 0);
        edited.CheckDrift(store, Id);
        StoreDocument.Parse(edited.ToBytes(), "auth-profiles.json");
    }

    private static void Config(byte[] bytes)
    {
        var path = OwnFile.Value + ".json5";
        File.WriteAllBytes(path, bytes);
        var places = CodexPlaces.Locate(name => name == "OPENCLAW_CONFIG_PATH" ? path : null, null, Folder);
        OtherConfig.Declares(places, Id);
    }

    private static void SignInState(byte[] bytes)
    {
        var store = new OkxSignInStore(OwnFile.Value + ".okx");
        new SealedFile(store.Path).Write(bytes);
        var state = store.Read();
        _ = state.ClientOf(OAuthServer.Of("eea", new Uri("https://eea.okx.com"), new Uri("https://eea.okx.com")));
        _ = (state.Pending?.SecondsLeft(Now), state.Pending?.UntilNextPoll(Now));
        _ = (state.Session?.IsUsable(Now), state.Session?.NeedsRenewal(Now), state.Session?.SecondsLeft(Now));
    }

    private static void Wallet(byte[] bytes)
    {
        var folder = new StateFolder(OwnFile.Value + ".wallet");
        new SealedFile(folder.File("agentic-wallet-loopback.sealed")).Write(bytes);
        var record = new WalletStore(folder, new Uri("http://127.0.0.1/")).Read();
        if (record is null)
        {
            return;
        }
        _ = SessionRules.Lives(record, Now);
        WalletAccount.All(SessionRules.Check(record, Now));
        WalletAccount.Of(record, null);
    }

    private static void Broken(byte[] bytes)
    {
        var file = new SealedFile(OwnFile.Value + ".broken");
        file.Write("whole"u8.ToArray());
        File.WriteAllBytes(file.Path, bytes);
        file.Read();
    }

    private static byte[] Line(byte[] json) =>
        [.. Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(json))[..16]), (byte)' ', .. json];

    private static void Journal(byte[] bytes)
    {
        File.WriteAllBytes(OwnFile.Value!, [.. Line(bytes), (byte)'\n', .. bytes, (byte)'\n', .. Line(bytes)]);
        JournalReader.Read(OwnFile.Value!, long.MaxValue);
    }

    // What can be read can be written.
    private static void Lines(byte[] bytes)
    {
        foreach (var item in JsonLine.ReadAll(new StringReader(Text(bytes))))
        {
            JsonLine.Write(item);
        }
    }

    private static void Bind(byte[] bytes) =>
        Runner.Run(CmdletCommand.Of(typeof(TestFaultBindingCommand)), JsonLine.ReadAll(new StringReader(Text(bytes))));
}
