using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>data[0] of every way to sign in, and the lists of accounts and addresses (strategy.md 14.2).</summary>
internal static class SignInAnswer
{
    public static void Write(WireWriter wire, WalletSession session, string accessToken, Web3Venue venue)
    {
        var account = venue.Accounts[0];
        wire.Object(() =>
        {
            wire.Text("accessToken", accessToken);
            wire.Text("refreshToken", session.RefreshToken);
            wire.Text("teeId", session.TeeId);
            if (session.SaTeeId is { } saTeeId)
            {
                wire.Text("saTeeId", saTeeId);
            }
            wire.Text("sessionCert", session.SessionCert);
            wire.Text("encryptedSessionSk", session.EncryptedSessionSk);
            // Unix seconds, not milliseconds.
            wire.Digits("sessionKeyExpireAt", session.KeyExpiresMs / 1000);
            wire.Text("projectId", Web3Venue.ProjectId);
            wire.Text("accountId", account.Id);
            wire.Text("accountName", account.Name);
            WriteIsNew(wire);
            var isOmitted = wire.Behaviour.OmitAddresses;
            wire.Array("addressList", isOmitted ? [] : Addresses(account), address => WriteAddress(wire, address));
            WriteAccounts(wire, isOmitted ? [] : venue.Accounts);
            wire.Object(
                "loginInfo",
                () =>
                {
                    wire.Text("email", venue.User.Email);
                    wire.Text("nickname", "");
                    wire.Text("username", "");
                    wire.Text("loginType", session.LoginType);
                }
            );
        });
    }

    public static void WriteAccounts(WireWriter wire, IReadOnlyList<WalletSimulatorAccount> accounts) =>
        wire.Array(
            "allAccountAddressList",
            accounts,
            account =>
                wire.Object(() =>
                {
                    wire.Text("accountId", account.Id);
                    wire.Text("accountName", account.Name);
                    wire.Flag("isDefault", account == accounts[0]);
                    WriteAddresses(wire, account);
                })
        );

    public static void WriteAddresses(WireWriter wire, WalletSimulatorAccount account) =>
        wire.Array("addresses", Addresses(account), address => WriteAddress(wire, address));

    private static IEnumerable<(WalletSimulatorAccount, Chain, string)> Addresses(WalletSimulatorAccount account) =>
        Chain
            .All.Select(chain => (account, chain, account.AddressOn(chain.IsSolana) ?? ""))
            .Where(address => address.Item3.Length > 0);

    private static void WriteAddress(
        WireWriter wire,
        (WalletSimulatorAccount Account, Chain Chain, string Text) address
    ) =>
        wire.Object(() =>
        {
            wire.Text("accountId", address.Account.Id);
            wire.Text("address", address.Text);
            wire.Digits("chainIndex", address.Chain.Index);
            wire.Text("chainName", address.Chain.ShortName);
            wire.Text("addressType", "eoa");
            wire.Text("chainPath", address.Chain.IsSolana ? "m/44/501/0/0" : "m/44/60/0/0");
        });

    private static void WriteIsNew(WireWriter wire)
    {
        if (wire.Behaviour.SwapNumbers)
        {
            wire.Zero("isNew");
            return;
        }
        wire.Flag("isNew", value: false);
    }
}
