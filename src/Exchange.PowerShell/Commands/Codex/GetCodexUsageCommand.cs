using System.Management.Automation;
using Exchange.Codex;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Shows what Codex accounts have used of their limits. The service may refuse a login that is good elsewhere (RemoteError): that is shown, is
/// no error, and changes nothing.
/// </summary>
[Cmdlet(VerbsCommon.Get, "CodexUsage")]
[OutputType(typeof(CodexUsage))]
public sealed class GetCodexUsageCommand : CodexCmdlet
{
    /// <summary>One profile; all of them when left out, all or both.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Selector")]
    [ArgumentCompleter(typeof(CodexProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>How long one request may take, in seconds; less than 5 is taken as 5.</summary>
    [Parameter]
    [ValidateRange(0, 600)]
    public int TimeoutSec { get; set; } = 20;

    /// <summary>How often a request is repeated after 5xx, time-outs and broken connections.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
    public int Retries { get; set; } = 1;

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var limit = TimeSpan.FromSeconds(Math.Max(5, TimeoutSec));
        return WriteAllAsync(SignIn().GetUsageAsync(Profile, limit, Retries, cancel), first: null, cancel);
    }
}
