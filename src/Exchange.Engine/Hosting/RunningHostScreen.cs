using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>The screen of an <see cref="EngineHost"/>, whose size is as the host says.</summary>
internal sealed class RunningHostScreen(EngineHost host) : PSHostRawUserInterface
{
    public override Size WindowSize { get; set; } = new(host.WindowWidth, host.WindowHeight);

    public override Size BufferSize { get; set; } = new(host.WindowWidth, host.WindowHeight);

    public override string WindowTitle { get; set; } = "";
}
