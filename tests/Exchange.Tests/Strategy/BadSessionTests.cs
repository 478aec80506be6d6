using Exchange.Strategy;

namespace Exchange.Tests.Strategy;

/// <summary>The rows of strategy.md 16 about a session that is not there or not whole, in their order.</summary>
public sealed class BadSessionTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task B26_Without_a_session_nothing_is_sent()
    {
        await using var bench = new StrategyBench(isSignedIn: false);
        var client = bench.Client;
        Func<Task>[] calls =
        [
            () => client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel),
            () => client.GetOrderAsync("1", null, null, StrategyBench.Cancel),
            () => client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel),
            () => client.DraftCancelAsync(["1"], null, StrategyBench.Cancel),
            () => client.DraftCancelAllAsync(null, StrategyBench.Cancel),
            () => client.DraftResumeAsync(["1"], null, StrategyBench.Cancel),
            () => client.DraftResumeAsync(null, null, StrategyBench.Cancel),
        ];
        foreach (var call in calls)
        {
            Assert.Equal("Wallet.NotLoggedIn", (await bench.FailsAsync(call)).ErrorId);
        }
        Assert.Equal(0, bench.Server.Count);
    }

    [Fact]
    public async Task B27_A_session_without_the_enclaves_id_places_nothing_and_does_the_rest()
    {
        _bench.SignIn(record => record.SaTeeId = "");

        await _bench.RefusedAsync("Wallet.SessionOutdated", StrategyBench.Ticket);
        Assert.Empty((await _bench.PageAsync(new StrategyOrderQuery())).List);
        Assert.Equal(1, (await _bench.CancelAsync("1")).UpdateNum);
        Assert.Equal(["1"], (await _bench.ResumeAsync("1")).SuccessIds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task B42_A_session_key_that_cannot_be_opened_is_told_of_before_anything_is_sent(bool wrongKey)
    {
        _bench.SignIn(record =>
        {
            record.SessionKey = wrongKey ? new byte[32] : record.SessionKey;
            record.EncryptedSessionSk = wrongKey ? record.EncryptedSessionSk : record.EncryptedSessionSk[..40];
        });

        await _bench.RefusedAsync("Wallet.CredentialsUnreadable", StrategyBench.Ticket);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
