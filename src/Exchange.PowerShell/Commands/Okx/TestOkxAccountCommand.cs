using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Makes the three checks before any work with an OKX account, in their order: is a site chosen, is there an API key, is somebody signed
/// in. Tells what comes next, and asks, signs in and writes nothing by itself. Configuration and status are read anew each time.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "OkxAccount")]
[OutputType(typeof(OkxPreflightResult), typeof(string))]
public sealed class TestOkxAccountCommand : ExchangeCmdlet
{
    /// <summary>What the person answered to the menu just now: 1, 2, 3, global, eea or us. Anything else shows the menu again.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OkxMenuCompleter))]
    [AllowEmptyString]
    public string? Reply { get; set; }

    /// <summary>The language of the message: zh or en; without it that of the surroundings.</summary>
    [Parameter]
    [ValidateSet("zh", "en")]
    public string? Language { get; set; }

    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var isChinese = Language is null ? Exchange.Language.IsChinese : Language == "zh";
        var result = await Runtime.Okx.PreflightAsync(Reply, isChinese, Listener, cancel);
        WriteObject(AsJson ? result.ToJson() : result);
    }
}
