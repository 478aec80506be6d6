using System.Text;
using System.Text.Json;
using Exchange.BitoPro.Wire;
using Exchange.Engine;
using Exchange.Guard;
using Exchange.Http;
using Exchange.Storage.Toml;

namespace Exchange.Faults.BadBytes;

/// <summary>Everything in the house that reads bytes of strangers.</summary>
internal static class Readers
{
    private static readonly ApiService Service = new("BitoPro", new Uri("http://127.0.0.1/"), BitoPro.BitoProErrors.In);
    private static readonly ApiRequest Request = BitoPro.BitoProEndpoints.OrderHistory.Request(["btc_twd"]);
    private static readonly GuardSettings Settings = GuardSettings.Read(_ => null);
    private static readonly CmdletRunner Runner = new();

    public static IReadOnlyList<Reader> All { get; } =
    [
        new(
            "TOML documents",
            [.. Samples.Toml.Select(Bytes)],
            bytes => TomlDocument.Parse(bytes),
            error => error is TomlSyntaxException,
            30
        ),
        new(
            "TOML edits",
            [.. Samples.Toml.Select(Bytes)],
            Edit,
            error => error is TomlSyntaxException or TomlEditException,
            10
        ),
        new("JSON replies", [.. Samples.Replies.Select(Bytes)], Reply, IsOwn, 20),
        new("stream frames", [.. Samples.Frames.Select(Bytes)], Frame, error => error is JsonException, 10),
        new("trade sessions", [.. Samples.Sessions.Select(Bytes)], Session, IsOwn, 10),
        new("texts for the guard", [.. Samples.Texts.Select(Bytes)], Judge, IsOwn, 12),
        new("argument binder", [.. Samples.Lines.Select(Bytes)], Bind, _ => false, 8),
    ];

    private static bool IsOwn(Exception error) => error is ExchangeException;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // Whatever can be read can be edited, and then says what was asked for.
    private static void Edit(byte[] bytes)
    {
        var document = TomlDocument.Parse(bytes);
        var path = new[] { "profiles", "faults", "api_key" };
        var edited = TomlEditor.Set(
            document,
            path,
            TomlToken.Of(Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length))))
        );
        TomlDocument.Parse(edited.Text);
    }

    private static void Reply(byte[] bytes)
    {
        var reply = new ApiReply(200, "application/json", bytes);
        if (Service.ErrorIn(Request, reply) is not null)
        {
            return;
        }
        ReplyDecoder.Decode(
            Service,
            Request,
            reply,
            BitoProJson.Default.Orders,
            wire => wire.Required.Map(order => order.ToModel("btc_twd"))
        );
    }

    private static void Frame(byte[] bytes)
    {
        JsonSerializer.Deserialize(bytes, BitoProStreamJson.Default.OrderBook);
        JsonSerializer.Deserialize(bytes, BitoProStreamJson.Default.Orders);
    }

    private static void Session(byte[] bytes)
    {
        var session = TradeSession.Parse(Encoding.UTF8.GetString(bytes));
        Decide(
            new GuardRequest
            {
                Session = session,
                Step = null,
                Now = DateTimeOffset.UnixEpoch,
            }
        );
    }

    private static void Judge(byte[] bytes) =>
        Decide(new GuardRequest { Text = Encoding.UTF8.GetString(bytes), Now = DateTimeOffset.UnixEpoch });

    private static void Decide(GuardRequest request) =>
        GuardEvaluation.Decide(
            request,
            GuardRules.BuiltIn,
            Settings,
            new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal)
        );

    // A cmdlet that does nothing: only the binding can go wrong, and then the run says so.
    private static void Bind(byte[] bytes)
    {
        var words = Encoding.UTF8.GetString(bytes).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Runner.Run(typeof(TestFaultBindingCommand), words);
    }
}
