using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>The currencies with their deposit and withdrawal rules (T11). Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProCurrency")]
[OutputType(typeof(BitoProCurrency))]
public sealed class GetBitoProCurrencyCommand : ExchangeCmdlet
{
    /// <summary>Only currencies whose name matches, wildcards allowed: <c>USDT*</c>.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CurrencyNameCompleter))]
    public string[] Currency { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var currencies = await Runtime.BitoPro.PublicClient(Listener).GetCurrenciesAsync(cancel);
        var patterns = Array.ConvertAll(Currency, text => new WildcardPattern(text, WildcardOptions.IgnoreCase));
        foreach (var currency in currencies)
        {
            if (patterns.Length == 0 || Array.Exists(patterns, pattern => pattern.IsMatch(currency.Currency)))
            {
                WriteObject(currency);
            }
        }
    }
}
