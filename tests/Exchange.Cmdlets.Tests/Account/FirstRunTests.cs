using System.Management.Automation;
using System.Text.RegularExpressions;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Account;

/// <summary>A cmdlet that is run before anything was set up says what to do, by the name of a cmdlet that does it.</summary>
public sealed partial class FirstRunTests : IDisposable
{
    private static readonly string[] Variables = ["BITOPRO_API_KEY", "BITOPRO_API_SECRET", "BITOPRO_EMAIL"];

    private readonly CmdletHarness _session = new(new HarnessOptions { ByEndpoint = true });

    [Theory]
    [InlineData("Get-BitoProBalance", "Connect-BitoProAccount")]
    [InlineData("Get-BitoProOrder -Open", "Connect-BitoProAccount")]
    [InlineData("Get-BitoProFill btc_twd", "Connect-BitoProAccount")]
    [InlineData("Get-BitoProDeposit usdt", "Connect-BitoProAccount")]
    [InlineData("Get-BitoProWithdrawal usdt", "Connect-BitoProAccount")]
    [InlineData("New-BitoProWithdrawal usdt 100 TXYZexampleaddr000000000000000000 TRX", "Connect-BitoProAccount")]
    [InlineData("Invoke-BitoProOrder btc_twd Buy Limit 0.001 1000000", "Connect-BitoProAccount")]
    [InlineData("Stop-BitoProOrder -All", "Connect-BitoProAccount")]
    [InlineData("Watch-BitoProBalance", "Connect-BitoProAccount")]
    [InlineData("Watch-BitoProOrder", "Connect-BitoProAccount")]
    [InlineData("Watch-BitoProFill", "Connect-BitoProAccount")]
    [InlineData("Get-OkxBalance", "Connect-OkxAccount")]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance", "Connect-OkxAccount")]
    [InlineData("Get-StrategyOrder", "Connect-AgenticWallet")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 1000 -CurrentPrice 2000", "Connect-AgenticWallet")]
    [InlineData("Stop-StrategyOrder -All", "Connect-AgenticWallet")]
    [InlineData("Resume-StrategyOrder", "Connect-AgenticWallet")]
    [InlineData("Get-CodexUsage", "Start-CodexAuth")]
    [InlineData("Get-CodexProfile", "Start-CodexAuth")]
    [InlineData("Update-CodexToken", "Start-CodexAuth")]
    [InlineData("Set-ExchangeSimulator -NoFault", "Start-ExchangeSimulator")]
    public async Task An_unconfigured_cmdlet_names_the_cmdlet_that_helps(string line, string helps)
    {
        Array.ForEach(Variables, name => _session.Environment.TryRemove(name, out _));
        _session.Environment["OPENCLAW_STATE_DIR"] = Path.Combine(_session.Home, "other");

        var run = await _session.RunAsync(line);

        Assert.Empty(run.Output);
        var said = string.Join(
            '\n',
            run.Errors.Append(run.TerminatingError)
                .OfType<ErrorRecord>()
                .Select(error => error.ErrorDetails?.RecommendedAction ?? "")
                .Concat(run.Warnings.Select(warning => warning.Message))
        );
        Assert.Contains(helps, said, StringComparison.Ordinal);
        Assert.All(CmdletName().Matches(said), name => Assert.NotNull(Cmdlets.Find(name.Value)));
        Assert.Empty(_session.Writes);
    }

    public void Dispose() => _session.Dispose();

    private static CmdletCatalog Cmdlets { get; } = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    [GeneratedRegex(
        @"\b[A-Z][a-z]+-(BitoPro|Exchange|Trade|Okx|Strategy|AgenticWallet|Token|Codex)\w*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CmdletName();
}
