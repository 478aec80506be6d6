using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>Lists the profiles of the configuration in its order, keys masked.</summary>
[Cmdlet(VerbsCommon.Get, "OkxProfile")]
[OutputType(typeof(OkxProfileInfo))]
public sealed class GetOkxProfileCommand : ExchangeCmdlet
{
    /// <summary>Only these; case matters. Without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OkxProfileCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var config = Runtime.Okx.Config(Listener).Read();
        var profiles = OkxConfigInfo.Of(config).Profiles;
        if (Name.Length == 0)
        {
            WriteObject(profiles, enumerateCollection: true);
            return;
        }
        await EachAsync(
            Name,
            name =>
            {
                var wanted = config.Named(name).Name;
                WriteObject(profiles.First(profile => profile.Name == wanted));
                return Task.CompletedTask;
            }
        );
    }
}
