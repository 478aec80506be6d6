using System.Text.Json;
using Exchange.Http;
using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>What can be completed of OKX: the instruments of the site, for which a prompt waits a moment at most.</summary>
internal sealed class OkxPrompt(OkxAccess access, TimeProvider clock)
{
    private const string Path = "/api/v5/public/instruments";

    private static readonly TimeSpan InstrumentsAreFresh = TimeSpan.FromMinutes(10);

    private readonly PromptList<OkxInstrumentName> _instruments = new(
        new BackgroundFetch(clock),
        clock,
        InstrumentsAreFresh
    );

    /// <summary>The spot instruments of a site.</summary>
    /// <exception cref="ExchangeException">The configuration, or the site, is not fit.</exception>
    public IReadOnlyList<OkxInstrumentName> Instruments(string? site)
    {
        var client = access.PublicClient(new OkxCallerChoices(Site: site), ApiListener.Silent);
        return _instruments.Of(client.Connection.Address.ToString(), cancel => ReadAsync(client, cancel));
    }

    private static async Task<IReadOnlyList<OkxInstrumentName>> ReadAsync(OkxClient client, CancellationToken cancel)
    {
        var reply = await client.GetAsync(Path, [new("instType", "SPOT")], cancel);
        return
        [
            .. reply.Items.Select(item => new OkxInstrumentName(
                Text(item, "instId"),
                Text(item, "baseCcy"),
                Text(item, "quoteCcy")
            )),
        ];
    }

    private static string Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}

/// <summary>An instrument's name, and its currencies.</summary>
internal sealed record OkxInstrumentName(string InstId, string Base, string Quote);
