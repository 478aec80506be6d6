using System.Globalization;
using System.Text;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy;
using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>Prices and tokens (strategy.md 2.6, 2.7), and who may ask for them.</summary>
public sealed class MarketTests
{
    private const string Price = "/api/v6/dex/market/price";

    [Fact]
    public async Task Several_tokens_are_looked_up_at_once_and_what_is_not_known_is_left_out()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);

        var prices = (
            await wallet.Public(
                Price,
                """[{"chainIndex":"1","tokenContractAddress":"0xDAC17F958D2EE523A2206206994597C13D831EC7"},{"chainIndex":"1","tokenContractAddress":"0x00"},{"chainIndex":"501","tokenContractAddress":"11111111111111111111111111111111"}]"""
            )
        ).Data;

        Assert.Equal(["0.9998", "145"], prices.EnumerateArray().Select(row => row.GetProperty("price").GetString()));
        Assert.Equal(
            "0xDAC17F958D2EE523A2206206994597C13D831EC7",
            prices[0].GetProperty("tokenContractAddress").GetString()
        );
    }

    [Fact]
    public async Task The_coin_of_Solana_may_be_known_by_its_wrapped_mint_only()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.Control("behaviour", """{"wrappedSolanaOnly":true}""");

        var native = await wallet.Public(
            Price,
            $$"""[{"chainIndex":"501","tokenContractAddress":"{{Token.NativeSolana}}"}]"""
        );
        var wrapped = await wallet.Public(
            Price,
            $$"""[{"chainIndex":"501","tokenContractAddress":"{{Token.WrappedSolana}}"}]"""
        );

        Assert.Empty(native.Data.EnumerateArray());
        Assert.Equal("145", wrapped.Data[0].GetProperty("price").GetString());
    }

    [Theory]
    [InlineData(true, "0")]
    [InlineData(false, "50113")]
    public async Task A_key_that_is_named_must_sign(bool isRight, string code)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        const string Body = """[{"chainIndex":"1","tokenContractAddress":"0x00"}]""";
        var secret = isRight ? WalletSimulatorUser.Default.ApiSecret : "wrong";
        var time = Venue.Start.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, simulator.Web3Address + Price)
        {
            Content = new StringContent(Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("OK-ACCESS-KEY", WalletSimulatorUser.Default.ApiKey);
        request.Headers.Add("OK-ACCESS-PASSPHRASE", WalletSimulatorUser.Default.Passphrase);
        request.Headers.Add("OK-ACCESS-TIMESTAMP", time);
        request.Headers.Add("OK-ACCESS-SIGN", HmacText.Of(secret, time + "POST" + Price, Encoding.UTF8.GetBytes(Body)));

        Assert.Equal(code, (await wallet.Send(request)).Code);
    }

    [Fact]
    public void Every_token_is_on_a_known_chain_once_and_its_address_has_the_form_of_the_chain()
    {
        Assert.Equal(Token.All.Length, Token.All.DistinctBy(token => (token.ChainIndex, token.Address)).Count());
        Assert.All(
            Token.All,
            token =>
                Assert.Matches(
                    Chain.Find(token.ChainIndex)!.IsSolana ? "^[1-9A-HJ-NP-Za-km-z]{32,44}$" : "^0x[0-9a-f]{40}$",
                    token.Address
                )
        );
    }
}
