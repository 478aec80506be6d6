using Exchange.Okx;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>BitoPro markets of the simulator, ready for a price: <c>btc_twd=</c>.</summary>
public sealed class SimulatorPriceCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime.Current.Simulators.Address is null
            ? []
            : ExchangeRuntime.Current.BitoPro.Prompt.Pairs().Select(pair => ($"{pair.Pair}=", $"in {pair.Quote}"));
}

/// <summary>Tokens of the agentic wallet, ready for a price in USD: <c>arb:ARB=</c>.</summary>
public sealed class SimulatorTokenCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        StrategyChains.All.SelectMany(chain =>
            StrategyChains
                .TokensOf(chain.Aliases[0])
                .Select(token => ($"{chain.Aliases[0]}:{token.Name}=", $"USD, {chain.Name}"))
        );
}

/// <summary>Sign-ins that wait at the simulator of this process: user codes of OKX.</summary>
public sealed class SimulatorSignInCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        (ExchangeRuntime.Current.Simulators.Running?.Okx.SignIns ?? [])
            .Where(one => one.State == "pending")
            .Select(one => (one.UserCode, "OKX, waits for an answer"));
}

/// <summary>Failures with the services' own codes, the most usual of each.</summary>
public sealed class SimulatorFailureCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [
            ("okx/trade/order=50011", "too many requests"),
            ("okx/trade/order=51008", "not enough balance"),
            ("okx/trade/cancel-order=51400", "already ended"),
            ("okx/=50001", "every path: the service is not available"),
            ("web3/createOrder=60009", "no liquidity at the trigger price"),
            ("web3/createOrder=60018", "the enclave's version must be registered anew"),
            ("web3/createOrder=100010", "below the minimum"),
            ("web3/createOrder=100012", "not enough balance"),
            ("web3/cancel=60017", "already succeeded"),
        ];
}

/// <summary>Where paths of each service begin at the simulator, and OKX's paths that are often used.</summary>
public sealed class SimulatorPathCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        new[]
        {
            ("/bitopro/v3/orders", "BitoPro's orders"),
            ("/bitopro/v3/accounts", "BitoPro's balances"),
            ("/bitopro/v3/wallet", "BitoPro's deposits and withdrawals"),
            ("/bitopro/v3", "all of BitoPro"),
            ("/okx", "all of OKX"),
            ("/web3", "all of the wallet and its orders"),
            ("/codex", "all of Codex"),
        }.Concat(OkxRules.KnownPaths.Select(path => ($"/okx{path}", "OKX")));
}
