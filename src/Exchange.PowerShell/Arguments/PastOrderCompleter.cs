using System.Collections;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Ids of the latest orders, open or ended, of the pair that has been typed already; without a pair those that are open.</summary>
public sealed class PastOrderCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => ChoicesBeside(new Hashtable());

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed)
    {
        var prompt = ExchangeRuntime.Current.BitoPro.Prompt;
        var pair = TypedTexts.Of(typed["Pair"]).FirstOrDefault();
        return (pair is null ? prompt.OpenOrders() : prompt.LatestOrders(pair)).Select(order =>
            (order.OrderId, OpenOrderCompleter.TipOf(order))
        );
    }
}

/// <summary>Serials of the latest withdrawals of the currency that has been typed already.</summary>
public sealed class WithdrawalSerialCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => [];

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed) =>
        PastWithdrawals.Beside(typed).Select(one => (one.Serial, PastWithdrawals.TipOf(one)));
}

/// <summary>Ids of the latest withdrawals of the currency that has been typed already.</summary>
public sealed class WithdrawalIdCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => [];

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed) =>
        PastWithdrawals.Beside(typed).Select(one => (one.Id, PastWithdrawals.TipOf(one)));
}

internal static class PastWithdrawals
{
    public static IEnumerable<BitoProWithdrawal> Beside(IDictionary typed) =>
        TypedTexts.Of(typed["Currency"]).FirstOrDefault() is { } currency
            ? ExchangeRuntime.Current.BitoPro.Prompt.LatestWithdrawals(currency)
            : [];

    public static string TipOf(BitoProWithdrawal one) => $"{one.Currency}, {one.StatusLabel ?? one.Status}";
}
