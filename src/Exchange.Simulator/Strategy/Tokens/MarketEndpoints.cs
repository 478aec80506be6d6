using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Tokens;

/// <summary>Calls 8 and 9 of strategy.md 2.3: prices and tokens, several at once. What is not known is left out.</summary>
internal static class MarketEndpoints
{
    private const int Largest = 100;

    public static void Price(Web3Call call)
    {
        var wanted = Wanted(call);
        call.Venue.Desk.CatchUp(call.NowMs);
        call.Data(wire =>
            wire.Array(
                wanted,
                one =>
                    wire.Object(() =>
                    {
                        wire.Digits("chainIndex", one.Token.ChainIndex);
                        wire.Text("tokenContractAddress", one.Asked);
                        wire.Digits("time", call.NowMs);
                        wire.Digits("price", call.Venue.Prices.At(one.Token, call.NowMs));
                    })
            )
        );
    }

    public static void BasicInfo(Web3Call call)
    {
        var wanted = Wanted(call);
        call.Data(wire =>
            wire.Array(
                wanted,
                one =>
                    wire.Object(() =>
                    {
                        wire.Digits("chainIndex", one.Token.ChainIndex);
                        wire.Text("tokenContractAddress", one.Asked);
                        wire.Text("tokenName", one.Token.Name);
                        wire.Text("tokenSymbol", one.Token.Symbol);
                        wire.Text("tokenLogoUrl", "");
                        wire.Digits("decimal", one.Token.Decimals);
                        wire.Object("tagList", () => wire.Flag("communityRecognized", value: true));
                    })
            )
        );
    }

    private static List<(Token Token, string Asked)> Wanted(Web3Call call)
    {
        var items = call.Items();
        if (items.Count is 0 or > Largest)
        {
            throw BackendRefusal.Parameter("body", "is not 1 to 100 tokens");
        }
        return
        [
            .. items
                .Select(item => new StrictFields(item))
                .Select(item => (Chain: item.Text("chainIndex"), Asked: item.Text("tokenContractAddress")))
                .Select(asked => (Token: Token.Find(asked.Chain, asked.Asked), asked.Asked))
                .Where(found => found.Token is not null && !IsHidden(call, found.Token))
                .Select(found => (found.Token!, found.Asked)),
        ];
    }

    private static bool IsHidden(Web3Call call, Token token) =>
        call.Venue.Behaviour.WrappedSolanaOnly && token.Address == Token.NativeSolana;
}
