using System.Management.Automation;
using Exchange.Diagnosis;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Goes the way to each service step by step - endpoint, proxy, name, connection, certificate, clock, credentials, a signed call that
/// changes nothing - and says of each how it ended and what to do. Shows no secret, so that the output can be given to anybody.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ExchangeConnection")]
[OutputType(typeof(ConnectionCheck))]
public sealed class TestExchangeConnectionCommand : ExchangeCmdlet
{
    /// <summary>The services; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiagnosedServiceCompleter))]
    public string[] Service { get; set; } = [];

    /// <summary>How long one check may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 300)]
    public int TimeoutSec { get; set; } = 10;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var diagnosis = new ServiceDiagnosis(Runtime.Corridor) { TimeLimit = TimeSpan.FromSeconds(TimeoutSec) };
        var services = Service.Length == 0 ? Runtime.Diagnosed : [.. Service.Select(Named)];
        var done = 0;
        foreach (var service in services)
        {
            await foreach (var check in diagnosis.RunAsync(service, cancel))
            {
                WriteObject(check);
                ShowProgress("Connection", $"{service.Name}, {check.Check}; {++done} checks done");
            }
        }
        EndProgress("Connection", $"{done} checks");
    }

    private static IDiagnosedService Named(string name) =>
        Runtime.Diagnosed.FirstOrDefault(service =>
            string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase)
        )
        ?? throw ExchangeException.BadInput(
            "Exchange.UnknownService",
            $"No service is called '{name}'.",
            $"Services: {string.Join(", ", Runtime.Diagnosed.Select(service => service.Name))}.",
            name
        );
}
