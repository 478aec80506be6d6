using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Codes of the currencies of all pairs, and TWD.</summary>
public sealed class CurrencyCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime
            .Current.BitoPro.Prompt.Pairs()
            .SelectMany(pair => new[] { pair.Base, pair.Quote })
            .OfType<string>()
            .Append("twd")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(currency => (currency, currency));
}

/// <summary>Networks of withdrawals.</summary>
public sealed class ProtocolCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => BitoProChoices.Networks;
}

/// <summary>Statuses of deposits.</summary>
public sealed class DepositStatusCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        BitoProChoices.DepositStatuses.Select(TransferStatusTip.Of);
}

/// <summary>Statuses of withdrawals.</summary>
public sealed class WithdrawalStatusCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        BitoProChoices.WithdrawalStatuses.Select(TransferStatusTip.Of);
}

internal static class TransferStatusTip
{
    public static (string Text, string Tip) Of(string status) =>
        (status, BitoProTransferStatusLabels.LabelOf(status) ?? status);
}
