using Exchange.Codex;
using Exchange.Engine;
using Exchange.Http;
using Exchange.Okx;
using Exchange.PowerShell;

namespace Exchange.Faults.Soak;

/// <summary>One user in this process: the cmdlets, their runtime, a state folder, signed in everywhere.</summary>
internal sealed class SoakSession : IDisposable
{
    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    private readonly string _home = Directory.CreateTempSubdirectory("exchange-soak-").FullName;
    private readonly ExchangeRuntime _runtime;
    private readonly CmdletPipeline _pipeline = new();
    private readonly object _gate = new();

    public SoakSession(string simulator)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EXCHANGE_HOME"] = _home,
            ["OKX_CONFIG_DIR"] = Path.Combine(_home, "okx"),
            ["EXCHANGE_SIMULATOR"] = simulator,
        };
        _runtime = new ExchangeRuntime(
            TimeProvider.System,
            variables.GetValueOrDefault,
            Random.Shared.NextDouble,
            new ApiTransport(TimeProvider.System)
        )
        {
            OpenPage = _ => { },
        };
    }

    /// <summary>Lines that went wrong.</summary>
    public int Failures { get; private set; }

    /// <summary>How the first of them went wrong.</summary>
    public string FirstFailure { get; private set; } = "";

    /// <summary>Signs in to OKX, the wallet and Codex.</summary>
    public async Task SignInAsync(CancellationToken cancel)
    {
        Run("Connect-AgenticWallet");
        var code = Run("Connect-OkxAccount -Site eea -Manual").OutputOf<OkxDeviceCode>().Single();
        Run($"Set-ExchangeSimulator -Approve {code.UserCode}");
        // The service is asked again no sooner than it said.
        while (Run("Get-OkxAuthStatus").OutputOf<OkxAuthStatus>().Single().Status != OkxAuthStatus.LoggedIn)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
        var begun = Run("Start-CodexAuth soak").OutputOf<CodexAuthStart>().Single();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(new Uri($"{begun.LoginUrl}&decision=approve"), cancel);
        Run($"Complete-CodexAuth soak {reply.Headers.Location!.OriginalString} -Confirm:$false");
    }

    /// <summary>Runs a pipeline on the calling thread.</summary>
    public CmdletRun Run(string line) => RunUntil(line, CancellationToken.None);

    /// <summary>The same, until it is stopped; that is no failure.</summary>
    public CmdletRun RunUntil(string line, CancellationToken stop)
    {
        ExchangeRuntime.Use(_runtime);
        var run = _pipeline.Run([.. line.Split(" | ").Select(Command)], null, cancel: stop);
        if (!run.Succeeded && !run.Stopped)
        {
            Fail(line, (run.TerminatingError ?? (run.Errors.Count > 0 ? run.Errors[0] : null))!.ToString());
        }
        return run;
    }

    /// <summary>How many requests the simulator has had.</summary>
    public long Requests() => Run("Get-ExchangeSimulator").OutputOf<SimulatorInfo>().Single().Requests;

    public void Dispose()
    {
        _runtime.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private void Fail(string line, string how)
    {
        lock (_gate)
        {
            FirstFailure = Failures++ == 0 ? $"{line}: {how}" : FirstFailure;
        }
    }

    private static CmdletCommand Command(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(Cmdlets.Find(words[0])!, CmdletArguments.FromTokens(words.Skip(1)));
    }
}
