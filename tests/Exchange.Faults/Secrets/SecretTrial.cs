namespace Exchange.Faults.Secrets;

/// <summary>Command lines that have secrets in hand, and the user who has them.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Lines">The lines; the first alone in the reduced campaign. Behind one that ends in - comes the address of a callback.</param>
internal sealed record SecretTrial(string Name, params string[] Lines)
{
    /// <summary>The user's state folder: what earlier sign-ins left in it.</summary>
    public string State { get; init; } = SecretScene.SignedIn;

    /// <summary>Whether the user has an OKX key, behind which nobody signs in.</summary>
    public bool HasOkxKey { get; init; }

    /// <summary>Whether Codex is asked at the address of the simulator: nothing else of it is on this machine.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Whether the services give tokens, in place of errors that repeat everything.</summary>
    public bool IsGiven { get; init; }

    /// <summary>How many requests the lines make at least; with fewer, secrets were not at stake.</summary>
    public int LeastRequests { get; init; } = 2;

    /// <summary>The trial of its first line alone.</summary>
    public SecretTrial Reduced => this with { Lines = Lines[..1], LeastRequests = Math.Min(1, LeastRequests) };

    /// <summary>Every service's reads, writes and sign-ins.</summary>
    public static IReadOnlyList<SecretTrial> All { get; } =
    [
        new(
            "BitoPro",
            "Get-BitoProBalance",
            "Get-BitoProOrder btc_twd 123",
            "Invoke-BitoProOrder btc_twd Buy Limit 0.001 2800000 -Confirm:$false",
            "Stop-BitoProOrder -Pair btc_twd -OrderId 123 -Confirm:$false",
            "Connect-BitoProAccount -ApiKey env:BITOPRO_API_KEY -ApiSecret env:BITOPRO_API_SECRET -Email a@example.com",
            "Watch-BitoProBalance -TimeoutSec 2",
            "Test-ExchangeConnection"
        )
        {
            HasOkxKey = true,
            LeastRequests = 10,
        },
        new(
            "OKX with a key",
            "Get-OkxBalance",
            "Invoke-OkxRequest /api/v5/trade/order -Method POST -Live -Confirm:$false -Body {\"instId\":\"BTC-USDT\"}",
            "Test-OkxAccount",
            "Get-OkxConfig",
            "Connect-AgenticWallet ApiKey"
        )
        {
            HasOkxKey = true,
            LeastRequests = 3,
        },
        new(
            "OKX with a session",
            "Get-OkxBalance",
            "Get-OkxAuthStatus",
            "Get-OkxAuthStatus -Provider External",
            "Connect-OkxAccount -Site eea -Manual -Force",
            "Disconnect-OkxAccount"
        ),
        new("OKX with a sign-in that was begun", "Get-OkxAuthStatus", "Connect-OkxAccount -Site eea -Manual -Force")
        {
            State = SecretScene.Begun,
        },
        new("OKX, a sign-in that is given", "Connect-OkxAccount -Site eea -Force", "Get-OkxAuthStatus")
        {
            State = SecretScene.New,
            IsGiven = true,
            LeastRequests = 3,
        },
        new(
            "agentic wallet",
            "Get-StrategyOrder",
            "Get-AgenticWallet -All",
            "Stop-StrategyOrder 123 -Confirm:$false",
            "New-StrategyLimitOrder eth usdc eth 10 Buy 10 -Confirm:$false"
        )
        {
            LeastRequests = 3,
        },
        new(
            "Codex",
            "Update-CodexToken -Force -Confirm:$false",
            "Get-CodexProfile",
            "Get-CodexAuthStatus",
            "Get-CodexUsage",
            "Start-CodexAuth",
            $"Complete-CodexAuth -Profile {SecretScene.Refused} -Confirm:$false -"
        )
        {
            IsRehearsal = true,
            LeastRequests = 3,
        },
        new(
            "Codex, a sign-in that is given",
            $"Complete-CodexAuth -Profile {SecretScene.Given} -Confirm:$false -",
            $"Complete-CodexAuth -Profile {SecretScene.Queued} -QueueApply -Confirm:$false -",
            "Update-CodexToken -Force -Confirm:$false",
            "Get-CodexAuthStatus"
        )
        {
            IsRehearsal = true,
            LeastRequests = 3,
            IsGiven = true,
        },
        new("attempts", "Get-ExchangeAttempt", "Resolve-ExchangeAttempt -Confirm:$false")
        {
            HasOkxKey = true,
            LeastRequests = 0,
        },
    ];
}
