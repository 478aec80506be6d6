using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator.Strategy;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Signing in to the simulated wallet by every way, and what is kept of it.</summary>
public sealed class WalletTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task A_rehearsal_signs_in_without_a_person()
    {
        var wallet = (await _session.RunAsync("Connect-AgenticWallet")).DoneWithOne<AgenticWallet>();

        Assert.True(wallet.LoggedIn);
        Assert.True(wallet.CanPlaceOrders);
        Assert.Equal(("acc-7f21", 2, "r***@example.com"), (wallet.AccountId, wallet.AccountCount, wallet.Email));
        Assert.Equal("0xc4a8cb22c9b39070faeffaf018de6e6309a706af", wallet.EvmAddress);
        var all = (await _session.RunAsync("Get-AgenticWallet -All")).Done<AgenticWallet>();
        Assert.Equal([true, false], all.Select(account => account.IsActive));
    }

    [Fact]
    public async Task A_page_can_be_finished_later_and_elsewhere()
    {
        var shown = await _session.RunAsync("Connect-AgenticWallet -NoBrowser -TimeoutSec 10");
        shown.Failed("Wallet.SignInTimedOut");
        var page = shown
            .Information.Select(record => record.ToString()!)
            .Single(text => text.Contains("sociallogin", StringComparison.Ordinal));
        (
            await _session.RunAsync(
                $"Set-ExchangeSimulator -Approve '{page[page.IndexOf("http", StringComparison.Ordinal)..]}'"
            )
        ).Done();

        Assert.True(
            (await _session.RunAsync("Connect-AgenticWallet -NoBrowser")).DoneWithOne<AgenticWallet>().LoggedIn
        );
    }

    [Fact]
    public async Task A_denied_page_is_no_sign_in()
    {
        var shown = await _session.RunAsync("Connect-AgenticWallet -NoBrowser -TimeoutSec 10");
        var page = shown
            .Information.Select(record => record.ToString()!)
            .Single(text => text.Contains("sociallogin", StringComparison.Ordinal));
        (
            await _session.RunAsync(
                $"Set-ExchangeSimulator -Deny '{page[page.IndexOf("http", StringComparison.Ordinal)..]}'"
            )
        ).Done();

        (await _session.RunAsync("Connect-AgenticWallet -NoBrowser")).Failed("Wallet.SignInFailed");
        Assert.False((await _session.RunAsync("Get-AgenticWallet")).DoneWithOne<AgenticWallet>().LoggedIn);
    }

    [Fact]
    public async Task A_code_is_asked_for_at_the_terminal()
    {
        _session.Answer(WalletSimulatorUser.Default.OneTimeCode);

        var wallet = (
            await _session.RunAsync($"Connect-AgenticWallet EmailOtp -Email {WalletSimulatorUser.Default.Email}")
        ).DoneWithOne<AgenticWallet>();

        Assert.True(wallet.LoggedIn);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_a_code_is_an_error()
    {
        var run = await _session.RunAsync($"Connect-AgenticWallet EmailOtp -Email {WalletSimulatorUser.Default.Email}");

        run.Failed("Wallet.CodeRequired");
    }

    [Fact]
    public async Task An_API_key_signs_in_but_places_no_orders()
    {
        var user = WalletSimulatorUser.Default;
        _session.Environment["OKX_API_KEY"] = user.ApiKey;
        _session.Environment["OKX_SECRET_KEY"] = user.ApiSecret;
        _session.Environment["OKX_PASSPHRASE"] = user.Passphrase;

        var wallet = (await _session.RunAsync("Connect-AgenticWallet ApiKey")).DoneWithOne<AgenticWallet>();

        Assert.True(wallet.LoggedIn);
        Assert.False(wallet.CanPlaceOrders);
        (await _session.RunAsync("New-StrategyLimitOrder arb usdc eth 10 Buy 1000 -Confirm:$false")).Failed(
            "Wallet.SessionOutdated"
        );
        Assert.Empty((await _session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>());
    }

    [Fact]
    public async Task Another_process_of_the_user_is_signed_in_too_and_signing_out_ends_it_for_both()
    {
        (await _session.RunAsync("Connect-AgenticWallet")).Done();
        _session.StartAnew();
        Assert.True((await _session.RunAsync("Get-AgenticWallet")).DoneWithOne<AgenticWallet>().LoggedIn);

        (await _session.RunAsync("Disconnect-AgenticWallet")).Done();

        Assert.False((await _session.RunAsync("Get-AgenticWallet")).DoneWithOne<AgenticWallet>().LoggedIn);
        (await _session.RunAsync("Get-StrategyOrder")).Failed("Wallet.NotLoggedIn");
    }

    [Fact]
    public async Task Tokens_are_renewed_on_the_way()
    {
        (await _session.RunAsync("Connect-AgenticWallet")).Done();
        _session.Clock.Advance(TimeSpan.FromHours(2));

        (await _session.RunAsync("Get-StrategyOrder")).Done();
        (await _session.RunAsync("Get-StrategyOrder")).Done();

        Assert.Single(_session.Requests, request => request.Path.EndsWith("/auth/refresh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revoked_session_asks_for_a_new_sign_in()
    {
        (await _session.RunAsync("Connect-AgenticWallet")).Done();
        _session.Simulator.Web3.Revoke();

        var error = (await _session.RunAsync("Get-StrategyOrder")).Failed("Wallet.SessionExpired");

        Assert.Contains("Connect-AgenticWallet", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_ups_need_no_wallet_and_a_token_without_an_answer_is_an_error_of_its_own()
    {
        var run = await _session.RunAsync(
            $"Get-TokenPrice arb 0x912ce59144191c1204e64559fe8253a0e49e6548,0x0000000000000000000000000000000000000001,usdc"
        );

        Assert.Equal([0.1523m, 1m], run.OutputOf<TokenPrice>().Select(price => price.Price!.Value));
        Assert.StartsWith(
            "Market.PriceUnavailable",
            Assert.Single(run.Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal
        );
        var info = (await _session.RunAsync("Get-TokenInfo sol sol")).DoneWithOne<TokenInfo>();
        Assert.Equal(("SOL", 9), (info.Symbol, info.Decimals));
    }

    public void Dispose() => _session.Dispose();
}
