using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Exchange.Faults.Secrets;

/// <summary>
/// Every kind of secret planted in variables, files and sessions, behind services that repeat all that they are sent in their errors. None
/// of them may be found in any form: in what <c>exchange</c> prints with -Verbose and -Debug, in the list of processes, in the files that
/// it leaves beside those that the contracts name.
/// </summary>
internal sealed class SecretCampaign : ICampaign
{
    // Where the contracts put secrets: the sign-in program's shared store, and the sign-in that was begun.
    private static readonly string[] Homes = ["auth-profiles", "pending"];

    private static readonly (string Name, bool WithOkxKey, string[] Lines)[] Trials =
    [
        (
            "BitoPro",
            true,
            [
                "Get-BitoProBalance",
                "Get-BitoProOrder btc_twd 123",
                "Invoke-BitoProOrder btc_twd Buy Limit 0.001 2800000 -Confirm:$false",
                "Stop-BitoProOrder -Pair btc_twd -OrderId 123 -Confirm:$false",
                "Connect-BitoProAccount -ApiKey env:BITOPRO_API_KEY -ApiSecret env:BITOPRO_API_SECRET -Email a@example.com",
                "Watch-BitoProBalance -TimeoutSec 2",
                "Test-ExchangeConnection",
            ]
        ),
        (
            "OKX with a key",
            true,
            [
                "Get-OkxBalance",
                "Invoke-OkxRequest /api/v5/trade/order -Method POST -Live -Confirm:$false -Body {\"instId\":\"BTC-USDT\"}",
                "Test-OkxAccount",
                "Get-OkxConfig",
                "Connect-AgenticWallet ApiKey",
            ]
        ),
        (
            "OKX with a session",
            false,
            [
                "Get-OkxBalance",
                "Get-OkxAuthStatus",
                "Connect-OkxAccount -Site eea -Manual -Force",
                "Disconnect-OkxAccount -Confirm:$false",
            ]
        ),
        (
            "agentic wallet",
            false,
            [
                "Get-AgenticWallet -All",
                "Get-StrategyOrder",
                "Stop-StrategyOrder 123 -Confirm:$false",
                "New-StrategyLimitOrder eth usdc eth 10 Buy 10 -Confirm:$false",
            ]
        ),
        (
            "Codex",
            false,
            [
                "Get-CodexProfile",
                "Get-CodexAuthStatus",
                "Get-CodexUsage",
                "Update-CodexToken -Force -Confirm:$false",
                "Start-CodexAuth",
                "Complete-CodexAuth -CallbackUrl env:PLANTED_CALLBACK -Confirm:$false",
            ]
        ),
        ("attempts", true, ["Get-ExchangeAttempt", "Resolve-ExchangeAttempt -Confirm:$false"]),
    ];

    public string Name => "Secrets";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var scene = new SecretScene();
        await scene.PlantAsync(cancel);
        foreach (var (name, withOkxKey, lines) in Trials)
        {
            var found = new List<string>();
            var before = scene.Server.Requests;
            var tried = scale == Scale.Reduced ? lines[..1] : lines;
            foreach (var line in tried)
            {
                var variables = scene.Variables(withOkxKey);
                if (name == "Codex")
                {
                    variables["EXCHANGE_SIMULATOR"] = scene.Server.Address.AbsoluteUri;
                }
                foreach (var text in await RunAsync(line, variables, cancel))
                {
                    found.AddRange(
                        scene
                            .Secrets.Select(secret => secret.In(text))
                            .OfType<string>()
                            .Select(form => $"{form} after {line}")
                    );
                }
            }
            yield return new(
                $"{name}: printed, or in the list of processes",
                tried.Length * scene.Secrets.Count,
                found.Count,
                found.Count > 0 ? found[0] : $"{scene.Server.Requests - before} requests were repeated to it"
            );
        }
        var files = Directory
            .EnumerateFiles(scene.Home, "*", SearchOption.AllDirectories)
            .Where(path =>
                !Homes.Any(home => Path.GetFileName(path).Contains(home, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        var leaks = files
            .SelectMany(path =>
                scene
                    .Secrets.Select(secret => secret.In(Encoding.Latin1.GetString(File.ReadAllBytes(path))))
                    .OfType<string>()
                    .Select(form => $"{form} in {Path.GetFileName(path)}")
            )
            .ToList();
        yield return new(
            "files that are left",
            files.Count * scene.Secrets.Count,
            leaks.Count,
            leaks.FirstOrDefault() ?? ""
        );
    }

    // What it printed, and what everybody could read of it meanwhile.
    private static async Task<IReadOnlyList<string>> RunAsync(
        string line,
        Dictionary<string, string> variables,
        CancellationToken cancel
    )
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [Path.Combine(AppContext.BaseDirectory, "Exchange.Console.dll"), .. line.Split(' '), "-Verbose", "-Debug"]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        var listed = CommandLine(process.Id);
        await process.WaitForExitAsync(cancel);
        return [await output, await error, listed];
    }

    private static string CommandLine(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{id}/cmdline") : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
