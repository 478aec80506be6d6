using System.Globalization;
using System.Text.Json;
using Exchange.Http;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy.Market;

/// <summary>Prices and facts of tokens: one request for any number of them on one chain (strategy.md 2.6, 2.7).</summary>
internal sealed class MarketLookUps(StrategyChannel channel)
{
    private const int MostDecimals = 255;

    /// <summary>Usable prices by address, as it was asked for. What has none is left out.</summary>
    public async Task<IReadOnlyDictionary<string, TokenPrice>> PricesAsync(
        StrategyChain chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    )
    {
        var rows = await channel
            .SendAsync(
                StrategyEndpoints.Price.Request(Body(chain, addresses)),
                StrategyJson.Default.Prices,
                list => list.Items,
                cancel
            )
            .ConfigureAwait(false);
        return Found(
            chain,
            addresses,
            rows,
            row => (row.ChainIndex, row.TokenContractAddress),
            (address, row) =>
                ExactDecimal.TryReadJson(row.Price?.Trim(), out var price) && price.IsPositive
                    ? new TokenPrice
                    {
                        ChainId = chain.Id,
                        ChainName = chain.Name,
                        Address = address,
                        Price = price.ToDecimal(),
                        PriceText = price.ToString(),
                        At = LenientTime.Of(row.Time),
                        Exact = price,
                    }
                    : null
        );
    }

    /// <summary>Usable facts by address, as it was asked for. What has no decimals is left out.</summary>
    public async Task<IReadOnlyDictionary<string, TokenInfo>> InfosAsync(
        StrategyChain chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    )
    {
        var rows = await channel
            .SendAsync(
                StrategyEndpoints.TokenInfo.Request(Body(chain, addresses)),
                StrategyJson.Default.TokenInfos,
                list => list.Items,
                cancel
            )
            .ConfigureAwait(false);
        return Found(
            chain,
            addresses,
            rows,
            row => (row.ChainIndex, row.TokenContractAddress),
            (address, row) =>
                int.TryParse(row.Decimal, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals)
                && decimals <= MostDecimals
                    ? new TokenInfo
                    {
                        ChainId = chain.Id,
                        ChainName = chain.Name,
                        Address = address,
                        Symbol = Printable(row.TokenSymbol),
                        Name = Printable(row.TokenName),
                        Decimals = decimals,
                        CommunityRecognized = Recognized(row.TagList),
                    }
                    : null
        );
    }

    // Solana's own coin may be known under its wrapped address only: both are asked for at once.
    private static IEnumerable<string> Names(StrategyChain chain, string address) =>
        TokenAliases.WrappedOf(chain, address) is { } wrapped ? [address, wrapped] : [address];

    private static Dictionary<string, TModel> Found<TWire, TModel>(
        StrategyChain chain,
        IReadOnlyList<string> addresses,
        TWire?[] rows,
        Func<TWire, (string? Chain, string? Address)> keyOf,
        Func<string, TWire, TModel?> map
    )
        where TWire : class
        where TModel : class
    {
        var found = new Dictionary<string, TModel>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            var model = Names(chain, address)
                .SelectMany(name => rows.OfType<TWire>().Where(row => IsOf(chain, name, keyOf(row))))
                .Select(row => map(address, row))
                .FirstOrDefault(model => model is not null);
            if (model is not null)
            {
                found[address] = model;
            }
        }
        return found;
    }

    private static bool IsOf(StrategyChain chain, string name, (string? Chain, string? Address) key) =>
        (key.Chain is null || key.Chain == chain.Id)
        && key.Address is { } address
        && TokenAddress.AreSame(chain, address, name);

    private static byte[] Body(StrategyChain chain, IReadOnlyList<string> addresses) =>
        CompactJson.Write(json =>
        {
            json.WriteStartArray();
            foreach (var address in addresses.SelectMany(address => Names(chain, address)))
            {
                json.WriteStartObject();
                json.WriteString("chainIndex", chain.Id);
                json.WriteString("tokenContractAddress", address);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    // Whoever makes a token chooses its name: nothing of it may move a cursor or hide a line of a draft.
    private static string Printable(string? text) =>
        new([
            .. (text ?? "")
                .Where(c =>
                    !char.IsControl(c)
                    && CharUnicodeInfo.GetUnicodeCategory(c)
                        is not (
                            UnicodeCategory.Format
                            or UnicodeCategory.LineSeparator
                            or UnicodeCategory.ParagraphSeparator
                        )
                )
                .Take(64),
        ]);

    private static bool? Recognized(JsonElement? tags) =>
        tags is { } known && JsonWords.Find(known, "communityRecognized", out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            }
            : null;
}
