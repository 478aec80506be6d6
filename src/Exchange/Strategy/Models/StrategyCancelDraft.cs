using Exchange.Desk;

namespace Exchange.Strategy;

/// <summary>Orders that are going to be cancelled: the named ones, or every live one of an account.</summary>
/// <param name="OrderIds">The ids; for every order those that were live when it was asked, empty when that could not be read.</param>
/// <param name="IsEverything">True for every live order of the account, also one placed meanwhile.</param>
/// <param name="AccountId">The wallet's account.</param>
public sealed record StrategyCancelDraft(IReadOnlyList<string> OrderIds, bool IsEverything, string AccountId) : IDraft
{
    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>True when it is known what is live.</summary>
    internal bool IsListed { get; init; } = true;

    /// <inheritdoc/>
    public string Service => "Strategy";

    /// <inheritdoc/>
    public string Action => Language.Choose("Cancel strategy orders", "取消策略订单");

    /// <inheritdoc/>
    public string Subject =>
        IsEverything
            ? Language.Choose($"every live order of {AccountId}", $"{AccountId} 的全部活跃订单")
            : string.Join(", ", OrderIds);

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [
            new(
                Language.Choose("Orders", "订单"),
                IsListed ? $"{OrderIds.Count}: {string.Join(", ", OrderIds)}" : Language.Choose("not known", "未知")
            ),
            new(Language.Choose("Account", "账户"), AccountId),
            Destination.Line(Endpoint, StrategyConnection.LiveAddress),
        ];
}

/// <summary>Orders that are going to wait for their trigger again.</summary>
public sealed record StrategyResumeDraft(IReadOnlyList<string> OrderIds, string AccountId) : IDraft
{
    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <inheritdoc/>
    public string Service => "Strategy";

    /// <inheritdoc/>
    public string Action => Language.Choose("Resume strategy orders", "恢复策略订单");

    /// <inheritdoc/>
    public string Subject => string.Join(", ", OrderIds);

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [
            new(Language.Choose("Orders", "订单"), $"{OrderIds.Count}: {string.Join(", ", OrderIds)}"),
            new(Language.Choose("Account", "账户"), AccountId),
            new(Language.Choose("Note", "提示"), StrategyWording.ResumedMayExecute),
            Destination.Line(Endpoint, StrategyConnection.LiveAddress),
        ];
}
