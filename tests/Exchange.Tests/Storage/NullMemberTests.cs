using System.Security.Cryptography;
using System.Text;
using Exchange.Desk;
using Exchange.Okx.SignIn;
using Exchange.Storage;
using Exchange.Strategy.Wallet;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

/// <summary>Files of ours in which a member is null that never is: what another version wrote, or nobody.</summary>
public sealed class NullMemberTests
{
    [Theory]
    [InlineData("""{"clients":null}""")]
    [InlineData("""{"clients":{"eea":null}}""")]
    [InlineData(
        """{"session":{"site":null,"authority":"a","clientId":"c","accessToken":"t","expiresAt":"2026-04-11T21:30:00+00:00","scopes":[]}}"""
    )]
    public void A_sign_in_state_with_it_counts_as_none_with_a_warning(string json)
    {
        using var folder = new TemporaryFolder();
        var warnings = new List<string>();
        var store = new OkxSignInStore(folder["okx.dat"]) { Warn = warnings.Add };
        new SealedFile(store.Path).Write(Encoding.UTF8.GetBytes(json));

        Assert.Null(store.Read().Session);
        Assert.Contains("cannot be read", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"accessToken":null}""")]
    [InlineData("""{"accounts":[null]}""")]
    [InlineData("""{"accounts":[{"accountId":"a","addresses":[{"address":null}]}]}""")]
    [InlineData("""{"pending":{"authSessionId":null}}""")]
    public void A_wallets_session_with_it_cannot_be_read(string json)
    {
        using var folder = new TemporaryFolder();
        var state = new StateFolder(folder["state"]);
        new SealedFile(state.File("agentic-wallet-loopback.sealed")).Write(Encoding.UTF8.GetBytes(json));

        var error = Assert.Throws<ExchangeException>(() => new WalletStore(state, new Uri("http://127.0.0.1/")).Read());

        Assert.Equal("Wallet.CredentialsUnreadable", error.ErrorId);
    }

    [Theory]
    [InlineData(
        """{"intent":{"attemptId":null,"at":"2026-03-02T04:05:06+00:00","service":"s","operation":"o","facts":{}}}"""
    )]
    [InlineData(
        """{"intent":{"attemptId":"a","at":"2026-03-02T04:05:06+00:00","service":"s","operation":"o","facts":null}}"""
    )]
    [InlineData("""{"outcome":{"attemptId":null,"at":"2026-03-02T04:05:06+00:00","state":"Accepted"}}""")]
    public async Task A_journal_line_with_it_is_a_corrupt_one(string json)
    {
        using var folder = new TemporaryFolder();
        var state = new StateFolder(folder["state"]);
        var bytes = Encoding.UTF8.GetBytes(json);
        await File.WriteAllTextAsync(
            state.File("journal.log"),
            $"{Convert.ToHexString(SHA256.HashData(bytes))[..16]} {json}\n",
            TestContext.Current.CancellationToken
        );

        var content = await new Journal(state).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Empty(content.Attempts);
        Assert.Equal([1], content.CorruptLines);
    }
}
