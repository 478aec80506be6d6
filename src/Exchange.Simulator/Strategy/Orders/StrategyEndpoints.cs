using System.Globalization;
using Exchange.Simulator.Strategy.Intents;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>Calls 1, 2, 4 and 5 of strategy.md 2.3; lists have a file of their own.</summary>
internal static class StrategyEndpoints
{
    private const int UpgradeRequired = 60018;

    private const string StrategyMode = "7";

    // How far the time in a signed text may be from ours; the contract does not know it (strategy.md Q8).
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    public static void Create(Web3Call call)
    {
        var request = CreateOrderRequest.Read(call.Body());
        var account = call.Account(request.Signed.AccountId);
        CheckSession(call, request, account);
        DemandRegistration(call, account.Id);
        CheckIntent(call, request);
        call.Venue.Desk.CatchUp(call.NowMs);
        if (call.Venue.Blocked.Contains(request.WalletAddress))
        {
            throw new BackendRefusal(100005);
        }
        var order = call.Venue.Desk.Place(request, account.Id, call.NowMs);
        call.Data(wire => OrderAnswer.WriteAccepted(wire, order));
        // A chain without a wait takes the order in at once, once it has been answered.
        call.Venue.Desk.CatchUp(call.NowMs);
    }

    public static void Cancel(Web3Call call)
    {
        var body = call.Body();
        var account = call.Account(body.Text("accountId"));
        var isAll = body.Flag("cancelAll");
        var ids = body.Texts("orderIds");
        if (isAll == ids is not null || ids is { Count: 0 })
        {
            throw body.Wrong("orderIds", "go without cancelAll, and the other way round");
        }
        call.Venue.Desk.CatchUp(call.NowMs);
        var count = isAll
            ? call.Venue.Desk.CancelAll(account.Id, call.NowMs)
            : call.Venue.Desk.Cancel(account.Id, ids!, call.NowMs);
        call.Data(wire =>
            wire.Object(() =>
            {
                wire.Integer("updateNum", count);
                wire.Text("estimatedWaitTime", null);
            })
        );
    }

    public static void Detail(Web3Call call)
    {
        var account = call.Account(call.Query.Text("accountId"));
        if (call.Query.Text("strategyMode") != StrategyMode)
        {
            throw BackendRefusal.Parameter("strategyMode");
        }
        call.Venue.Desk.CatchUp(call.NowMs);
        var order = call.Venue.Desk.Find(account.Id, call.Query.Text("orderId"));
        call.Data(wire => OrderAnswer.WriteWhole(wire, order, call.Venue.Prices, call.NowMs));
    }

    public static void Reactivate(Web3Call call)
    {
        var body = call.Body();
        var account = call.Account(body.Text("accountId"));
        var ids = body.Texts("orderIds") ?? throw body.Wrong("orderIds", "is missing");
        DemandRegistration(call, account.Id);
        call.Venue.Desk.CatchUp(call.NowMs);
        var resumed = ids.Where(id => call.Venue.Desk.Resume(account.Id, id, call.NowMs)).ToList();
        call.Venue.Desk.CatchUp(call.NowMs);
        call.Data(wire =>
            wire.Object(() =>
            {
                if (wire.Behaviour.UpdateNum)
                {
                    wire.Integer("updateNum", resumed.Count);
                    return;
                }
                wire.Array("successIds", resumed, wire.Item);
                wire.Array("failIds", ids.Except(resumed, StringComparer.Ordinal), wire.Item);
            })
        );
    }

    // strategy.md 8: without a registered session key nothing is signed for the account.
    private static void DemandRegistration(Web3Call call, string accountId)
    {
        if (!call.Session.Registered.TryGetValue(accountId, out var untilMs) || untilMs <= call.NowMs)
        {
            throw new BackendRefusal(UpgradeRequired);
        }
    }

    private static void CheckSession(Web3Call call, CreateOrderRequest request, WalletSimulatorAccount account)
    {
        var signed = request.Signed;
        if (request.WalletAddress != account.AddressOn(request.Chain.IsSolana))
        {
            throw BackendRefusal.Parameter("userWalletAddress", "is not the account's on this chain");
        }
        if (signed.Address != request.WalletAddress)
        {
            throw BackendRefusal.Parameter("verifySignInfo.address", "is not userWalletAddress");
        }
        if (signed.ChainId.ToString(CultureInfo.InvariantCulture) != request.Chain.Index)
        {
            throw BackendRefusal.Parameter("verifySignInfo.chainId", "is not chainId");
        }
        if (signed.SessionCert != call.Session.SessionCert)
        {
            throw BackendRefusal.Parameter("verifySignInfo.sessionCert", "is not this session's");
        }
        if (call.Session.SaTeeId is null || signed.TeeId != call.Session.SaTeeId)
        {
            throw BackendRefusal.Parameter("verifySignInfo.teeId", "is not this session's");
        }
    }

    private static void CheckIntent(Web3Call call, CreateOrderRequest request)
    {
        var signed = request.Signed;
        if (!IntentSignature.IsOfText(signed.Signature, signed.Text, request.Chain.IsSolana, call.Session.PublicKey))
        {
            throw new BackendRefusal(100007);
        }
        var text =
            IntentText.Parse(signed.Text) ?? throw BackendRefusal.Parameter("signMsg", "is not of the known form");
        request.CheckText(text);
        var signedAt = CreateOrderRequest.SignedAt(text);
        if (!call.IsNear(signedAt, LargestSkew))
        {
            throw BackendRefusal.Parameter("signMsg", "was signed at another time");
        }
        if (request.ExpiresMs <= signedAt)
        {
            throw BackendRefusal.Parameter("expireTime", "is over");
        }
    }
}
