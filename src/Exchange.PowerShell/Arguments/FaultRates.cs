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
            if (!isRate || rate > 1 || NameOf(parts[0]) is not { } name)
            {
                throw ExchangeException.BadInput(
                    "Exchange.InvalidFault",
                    $"'{text}' is not a fault: write name=rate with a rate from 0 to 1.",
                    $"Names: {string.Join(", ", Enum.GetNames<FaultKind>())}."
                );
            }
            rates[name] = rate;
        }
        return rates;
    }

    // Not Enum.TryParse, which takes numbers for names.
    private static string? NameOf(string text) =>
        Enum.GetNames<FaultKind>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
}
