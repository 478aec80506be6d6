using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Does what a test says at each point of its life.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Action", SupportsShouldProcess = true)]
public sealed class InvokeActionCommand : PSCmdlet, IDisposable
{
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    [Parameter]
    public Action<InvokeActionCommand>? Begin { get; set; }

    [Parameter]
    public Action<InvokeActionCommand>? Process { get; set; }

    [Parameter]
    public Action<InvokeActionCommand>? End { get; set; }

    [Parameter]
    public Action? OnStop { get; set; }

    [Parameter]
    public Action? OnDispose { get; set; }

    public void Dispose() => OnDispose?.Invoke();

    protected override void BeginProcessing() => Begin?.Invoke(this);

    protected override void ProcessRecord() => Process?.Invoke(this);

    protected override void EndProcessing() => End?.Invoke(this);

    protected override void StopProcessing() => OnStop?.Invoke();
}
