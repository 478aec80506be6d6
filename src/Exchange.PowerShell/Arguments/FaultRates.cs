using System.Globalization;
using Exchange.Simulator;

namespace Exchange.PowerShell;

/// <summary>Faults as people write them: <c>DropAfter=0.1</c>, or a name alone for every request.</summary>
internal static class FaultRates
{
    /// <exception cref="ExchangeException"><c>Exchange.InvalidFault</c></exception>
    public static IReadOnlyDictionary<string, double> Of(IEnumerable<string> texts)
    {
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            var isRate = double.TryParse(
                parts.Length == 2 ? parts[1] : "1",
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var rate
            );
            if (!isRate || rate > 1 || !Enum.TryParse<FaultKind>(parts[0], ignoreCase: true, out var kind))
            {
                throw ExchangeException.BadInput(
                    "Exchange.InvalidFault",
                    $"'{text}' is not a fault: write name=rate with a rate from 0 to 1.",
                    $"Names: {string.Join(", ", Enum.GetNames<FaultKind>())}."
                );
            }
            rates[kind.ToString()] = rate;
        }
        return rates;
    }
}
