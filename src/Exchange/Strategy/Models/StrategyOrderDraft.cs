using System.Numerics;
using Exchange.Desk;
using Exchange.Strategy.Rules;
using Exchange.Strategy.Wallet;

namespace Exchange.Strategy;

/// <summary>A strategy order that is complete and valid, and not sent (strategy.md 7.6).</summary>
public sealed record StrategyOrderDraft : IDraft
{
    /// <summary>Where.</summary>
    public required StrategyChain Chain { get; init; }

    /// <summary>Buy or sell.</summary>
    public required StrategyDirection Direction { get; init; }

    /// <summary>Derived.</summary>
    public required StrategyType StrategyType { get; init; }

    /// <summary>Contract address of what is sold.</summary>
    public required string FromToken { get; init; }

    /// <summary>Contract address of what is bought.</summary>
    public required string ToToken { get; init; }

    /// <summary>From-token units, as written.</summary>
    public required string Amount { get; init; }

    /// <summary>USD, as written.</summary>
    public required string TriggerPrice { get; init; }

    /// <summary>Symbol of what is sold; the shortened address when it has none.</summary>
    public required string FromSymbol { get; init; }

    /// <summary>Symbol of what is bought; the shortened address when it has none.</summary>
    public required string ToSymbol { get; init; }

    /// <summary>Protection against front-running.</summary>
    public required MevProtection MevProtection { get; init; }

    /// <summary>How long it lives.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The wallet's account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The address that pays and receives.</summary>
    public required string WalletAddress { get; init; }

    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The market's price of the from-token in USD, plain digits; null when it is not known.</summary>
    public string? FromPriceAtMarket { get; init; }

    /// <inheritdoc/>
    public string Service => "Strategy";

    /// <inheritdoc/>
    public string Action => Language.Choose("Place strategy order", "创建策略订单");

    /// <inheritdoc/>
    public string Subject =>
        $"{StrategyTypes.LabelOf(StrategyType)}, {Amount} {FromSymbol} -> {ToSymbol}, {Chain.Name}";

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines => [.. AllLines()];

    internal BigInteger RawAmount { get; init; }

    internal SlippagePercent Slippage { get; init; } = SlippagePercent.Default;

    internal OrderEstimate Estimate { get; init; }

    /// <summary>True when the side that is not compared is worth a dollar, so that the estimates are the contract's plain ones.</summary>
    internal bool IsAgainstStable { get; init; }

    /// <summary>What the least amount is reckoned with, when the service refuses a small one.</summary>
    internal ExactDecimal? FromPrice { get; init; }

    internal int FromDecimals { get; init; }

    // The five categories of the contract, with what identifies the tokens: a symbol can be faked, an address cannot.
    private IEnumerable<DraftLine> AllLines()
    {
        yield return new(Language.Choose("Chain", "链"), Chain.Name);
        yield return new(Language.Choose("Order Type", "订单类型"), StrategyTypes.LabelOf(StrategyType));
        yield return new(Language.Choose("From", "卖出"), $"{Amount} {FromSymbol} ({FromToken})");
        yield return new(Language.Choose("To", "买入"), $"{ToSymbol} ({ToToken})");
        yield return new(Language.Choose("  Symbol", "  符号"), ToSymbol);
        yield return new(Language.Choose("  Trigger Price", "  触发价"), $"${TriggerPrice}");
        yield return new(
            Language.Choose("  Estimated Amount", "  预估数量"),
            Estimate.Amount is { } amount ? $"{amount} {ToSymbol}{Mark}" : Unknown
        );
        yield return new(
            Language.Choose("  Value", "  价值"),
            Estimate.Value is { } value ? $"${value}{Mark}" : Unknown
        );
        yield return new(Language.Choose("Slippage", "滑点"), Slippage.Text);
        if (MevProtection != MevProtection.Default)
        {
            yield return new(
                Language.Choose("MEV Protection", "防 MEV"),
                MevProtection == MevProtection.On ? Language.Choose("On", "开启") : Language.Choose("Off", "关闭")
            );
        }
        yield return new(Language.Choose("Account", "账户"), $"{AccountId} ({WalletAddress})");
        yield return Destination.Line(Endpoint, StrategyConnection.LiveAddress);
        yield return new(Language.Choose("Expiry", "到期"), StrategyWording.AutoExpires(Lifetime));
    }

    private string Mark => IsAgainstStable ? "" : Language.Choose(" (estimate)", "(预估)");

    private static string Unknown => Language.Choose("not known", "未知");

    /// <summary>What a refused amount would have to be.</summary>
    internal StrategyBelowMinimum TooSmall(string? message) =>
        FromPrice is { } price
            ? BelowMinimumOf(price, FromDecimals, FromSymbol)
            : new StrategyBelowMinimum { FromSymbol = FromSymbol, Message = message ?? "" };

    internal static StrategyBelowMinimum BelowMinimumOf(ExactDecimal price, int decimals, string symbol)
    {
        var shown = MinimumAmount.Shown(price);
        return new StrategyBelowMinimum
        {
            MinFromAmount = shown.ToDecimal(),
            MinFromAmountExact = MinimumAmount.Exact(price, decimals).ToDecimal(),
            FromSymbol = symbol,
            Message = StrategyWording.MinimumAmount(shown.ToString(), symbol),
        };
    }

    internal static StrategyOrderDraft Of(
        CheckedTicket ticket,
        OrderPrices prices,
        TokenInfo from,
        TokenInfo? to,
        WalletAccount account,
        Uri endpoint
    ) =>
        new()
        {
            Chain = ticket.Chain,
            Direction = ticket.Ticket.Direction,
            StrategyType = StrategyTypes.Derive(ticket.Ticket.Direction, ticket.Trigger, prices.Compared),
            FromToken = ticket.FromToken,
            ToToken = ticket.ToToken,
            Amount = ticket.AmountText,
            TriggerPrice = ticket.TriggerText,
            FromSymbol = SymbolOf(from, ticket.FromToken),
            ToSymbol = SymbolOf(to, ticket.ToToken),
            MevProtection = ticket.Ticket.MevProtection,
            Lifetime = ticket.Lifetime,
            AccountId = account.AccountId,
            WalletAddress = account.AddressOn(ticket.Chain),
            Endpoint = endpoint,
            FromPriceAtMarket = prices.FromAtMarket?.ToString(),
            RawAmount = Rules.RawAmount.Of(ticket.AmountText, from.Decimals, SymbolOf(from, ticket.FromToken)),
            Slippage = ticket.Slippage,
            Estimate = OrderEstimate.Of(ticket.Ticket.Direction, ticket.Amount, ticket.Trigger, prices.From, prices.To),
            IsAgainstStable = TokenAliases.IsStable(ticket.Chain, ticket.IsBuy ? ticket.FromToken : ticket.ToToken),
            FromPrice = prices.From,
            FromDecimals = from.Decimals,
        };

    private static string SymbolOf(TokenInfo? token, string address) =>
        token is { Symbol.Length: > 0 } ? token.Symbol : StrategyOrderRow.Short(address);
}

/// <summary>What a ticket came to: a draft, or that it is worth less than a dollar and will not be placed.</summary>
public sealed record StrategyDrafting(StrategyOrderDraft? Draft, StrategyBelowMinimum? TooSmall);
