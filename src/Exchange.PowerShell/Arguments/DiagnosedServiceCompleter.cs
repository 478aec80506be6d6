namespace Exchange.PowerShell;

/// <summary>The services whose connection can be checked.</summary>
public sealed class DiagnosedServiceCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime.Current.Diagnosed.Select(service => (service.Name, $"The way to {service.Name}"));
}
