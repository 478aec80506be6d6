using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Numerics;
using System.Security;

namespace Exchange.Engine.Tests.Samples;

/// <summary>One parameter of each type; emits itself.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Everything")]
public sealed class TestEverythingCommand : PSCmdlet
{
    [Parameter]
    public decimal Price { get; set; }

    [Parameter]
    public decimal? Limit { get; set; }

    [Parameter]
    public decimal[]? Amount { get; set; }

    [Parameter]
    public int Count { get; set; }

    [Parameter]
    public long Nonce { get; set; }

    [Parameter]
    public BigInteger Wei { get; set; }

    [Parameter]
    public double Ratio { get; set; }

    [Parameter]
    public bool Flag { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Uri? Endpoint { get; set; }

    [Parameter]
    public Version? Api { get; set; }

    [Parameter]
    public TimeSpan Timeout { get; set; }

    [Parameter]
    public DateTimeOffset Since { get; set; }

    [Parameter]
    public DateTime Day { get; set; }

    [Parameter]
    public Side Side { get; set; }

    [Parameter]
    public Side[]? Sides { get; set; }

    [Parameter]
    public Scopes Scopes { get; set; }

    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public string[]? Texts { get; set; }

    [Parameter]
    public List<string>? Names { get; set; }

    [Parameter]
    public object? Anything { get; set; }

    [Parameter]
    public Hashtable? Header { get; set; }

    [Parameter]
    public IDictionary? Map { get; set; }

    [Parameter]
    public IPAddress? Address { get; set; }

    [Parameter]
    public SecureString? Secret { get; set; }

    [Parameter]
    public SecureString[]? Secrets { get; set; }

    [Parameter]
    public PSCredential? Login { get; set; }

    [Parameter]
    public Ticker? Ticker { get; set; }

    protected override void EndProcessing() => WriteObject(this);
}
