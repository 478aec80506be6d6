using System.Globalization;
using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>An <see cref="EngineHost"/> as the cmdlets of one run see it.</summary>
internal sealed class RunningHost(EngineHost host, Action<string> show) : PSHost
{
    private readonly RunningHostInterface _ui = new(host, show);

    public override string Name => "Exchange.Engine";

    public override Version Version { get; } = typeof(RunningHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public override CultureInfo CurrentCulture => host.Culture;

    public override CultureInfo CurrentUICulture => host.UICulture;
}
