using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>Answers to the menu of sites.</summary>
public sealed class OkxMenuCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        OkxSites.Menu.Select(site => (site.Id, $"{site.Region} ({site.WebHost})"));
}
