using System.Text;
using System.Text.Json;
using Exchange.Http;
using Exchange.Strategy.Wallet;

namespace Exchange.Strategy;

/// <summary>Which orders to list (strategy.md 1.3), as the caller wrote it.</summary>
public sealed record StrategyOrderQuery
{
    /// <summary>The most orders that a page holds.</summary>
    public const int LargestPage = 100;

    /// <summary>Orders a page when nothing is said.</summary>
    public const int DefaultPage = 10;

    /// <summary>Words, labels or numbers; empty for what has not ended.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    /// <summary>Numbers or aliases; empty for all.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Addresses, one each; empty for all. With one chain also names of the alias table.</summary>
    public IReadOnlyList<string> Token { get; init; } = [];

    /// <summary>Orders a page.</summary>
    public int Limit { get; init; } = DefaultPage;

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>The wallet's account; null for the active one.</summary>
    public string? AccountId { get; init; }

    /// <summary>Checks every part, before anything is sent.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.StatusUnknown</c>, <c>Strategy.ChainNotSupported</c>,
    /// <c>Strategy.TokenFilterNotSingle</c>, <c>Strategy.TokenAddressInvalid</c>, <c>Strategy.LimitOutOfRange</c></exception>
    internal CheckedOrderQuery Check(Action<string> warn)
    {
        if (Limit is < 1 or > LargestPage)
        {
            throw StrategyError.Input("LimitOutOfRange", $"-Limit must be 1..{LargestPage}.", null, "Limit");
        }
        var statuses = StrategyOrderStatuses.Filter(Status);
        var chains = Chain.Select(StrategyChains.Resolve).Distinct().ToList();
        return new CheckedOrderQuery(
            statuses,
            chains,
            [.. Token.Select(text => TokenOf(text, chains, warn)).Distinct(StringComparer.Ordinal)],
            Limit
        );
    }

    private static string TokenOf(string text, List<StrategyChain> chains, Action<string> warn)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            throw StrategyError.Input(
                "TokenFilterNotSingle",
                "-Token takes one address; call once per token.",
                "Or give several values without quoting them together: -Token a, b.",
                "Token"
            );
        }
        if (chains is [var only])
        {
            return TokenAddress.Resolve(only, text, "Token", warn);
        }
        // Without a chain, the text itself says of which family it is.
        var family = text.Trim().StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? ChainFamily.Evm
            : ChainFamily.Svm;
        return TokenAddress.Resolve(
            StrategyChains.All.First(chain => chain.Family == family) with
            {
                Index = 0,
            },
            text,
            "Token",
            warn
        );
    }
}

/// <summary>The same after every check.</summary>
internal sealed record CheckedOrderQuery(
    IReadOnlyList<StrategyOrderStatus> Statuses,
    IReadOnlyList<StrategyChain> Chains,
    IReadOnlyList<string> Tokens,
    int Limit
)
{
    /// <summary>The token of a list that needs one call a page; null for every token.</summary>
    public string? OnlyToken => Tokens is [var token] ? token : null;

    /// <summary>The body of getOpenOrder (strategy.md 2.5-3) for one token, or for all.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.NoAddressForChain</c></exception>
    public byte[] Body(WalletAccount account, string? token, string? cursor)
    {
        if (account.BothAddresses is not { Count: > 0 } addresses)
        {
            throw WalletError.NoAddressForChain(string.Join(" / ", StrategyChains.All.Select(chain => chain.Name)));
        }
        return CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("accountId", account.AccountId);
            WriteAll(json, "walletAddressList", addresses, json.WriteStringValue);
            if (Chains.Count > 0)
            {
                WriteAll(json, "chainIdList", Chains, chain => json.WriteStringValue(chain.Id));
            }
            WriteAll(json, "orderStatusList", Statuses, status => json.WriteNumberValue((int)status));
            if (token is not null)
            {
                json.WriteString("tokenAddress", token);
            }
            json.WriteNumber("limit", Limit);
            if (cursor is { Length: > 0 })
            {
                json.WriteString("cursor", cursor);
            }
            json.WriteEndObject();
        });
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }
        json.WriteEndArray();
    }
}

/// <summary>Where the next page of several lists begins, in one text (strategy.md 17.3).</summary>
internal static class JoinedCursor
{
    private const string Mark = "x:";

    /// <summary>One cursor for each list; null for a list that is at its end.</summary>
    public static string? Join(IReadOnlyList<string?> cursors) =>
        cursors.All(cursor => cursor is null)
            ? null
            : Mark
                + Convert.ToBase64String(
                    CompactJson.Write(json =>
                    {
                        json.WriteStartArray();
                        foreach (var cursor in cursors)
                        {
                            json.WriteStringValue(cursor);
                        }
                        json.WriteEndArray();
                    })
                );

    /// <exception cref="ExchangeException"><c>Strategy.CursorInvalid</c> when it is of other lists.</exception>
    public static IReadOnlyList<string?> Split(string text, int lists)
    {
        try
        {
            if (text.StartsWith(Mark, StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(
                    Encoding.UTF8.GetString(Convert.FromBase64String(text[Mark.Length..]))
                );
                var cursors = json.RootElement.EnumerateArray().Select(cursor => cursor.GetString()).ToList();
                if (cursors.Count == lists)
                {
                    return cursors;
                }
            }
        }
        catch (Exception trouble) when (trouble is FormatException or JsonException or InvalidOperationException)
        {
            _ = trouble;
        }
        throw StrategyError.Input(
            "CursorInvalid",
            "-Cursor is not of a list of these tokens.",
            "Repeat the filters of the page that it came with.",
            "Cursor"
        );
    }
}
