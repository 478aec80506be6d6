using System.Text;
using Exchange.Engine;
using Exchange.Guard;
using Exchange.Storage.Toml;

namespace Exchange.Faults.BadBytes;

/// <summary>Everything in the house that reads bytes of strangers.</summary>
internal static class Readers
{
    private static readonly GuardSettings Settings = GuardSettings.Read(_ => null);
    private static readonly CmdletRunner Runner = new();

    public static IReadOnlyList<Reader> All { get; } =
    [
        new(
            "TOML documents",
            [.. Samples.Toml.Select(Bytes)],
            bytes => TomlDocument.Parse(bytes),
            error => error is TomlSyntaxException,
            250
        ),
        new(
            "TOML edits",
            [.. Samples.Toml.Select(Bytes)],
            Edit,
            error => error is TomlSyntaxException or TomlEditException,
            60
        ),
        .. ServiceReaders.All,
        .. FrameReaders.All,
        .. LocalReaders.All,
        new("trade sessions", [.. Samples.Sessions.Select(Bytes)], Session, IsOwn, 60),
        new("texts for the guard", [.. Samples.Texts.Select(Bytes)], Judge, IsOwn, 100),
        new("argument binder", [.. Samples.Lines.Select(Bytes)], Bind, _ => false, 25),
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
