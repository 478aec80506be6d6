using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>The browser's sign-in as the client polls it, refresh, and the lists of accounts (strategy.md 14.2, 14.4).</summary>
internal static class WalletEndpoints
{
    public static void SessionResult(Web3Call call)
    {
        var found = call.Venue.SignInDesk.Find(call.Body().Text("authSessionId"));
        var state = found?.StateName(call.NowMs) ?? "pending";
        if (state == "pending" && call.Venue.Behaviour.EmptyPending)
        {
            call.Data(wire => wire.Array(Array.Empty<string>(), wire.Item));
            return;
        }
        if (state != "approved")
        {
            throw new BackendRefusal(
                state switch
                {
                    "denied" => BackendCode.Denied,
                    "expired" => BackendCode.TimedOut,
                    _ => BackendCode.Pending,
                }
            );
        }
        // Asked again, because an answer was lost, it brings new tokens for the same session.
        SignedIn(call, found!.Session!);
    }

    public static void Refresh(Web3Call call)
    {
        var session = call.Venue.Sessions.ByRefreshToken(call.Body().Text("refreshToken"));
        var access = call.Venue.Sessions.IssueTokens(session, call.Venue.Behaviour);
        var hasChanged = session.AccountsTold != call.Venue.Accounts.Count;
        session.AccountsTold = call.Venue.Accounts.Count;
        call.Data(wire =>
        {
            object[] one = [session];
            wire.Array(
                one,
                _ =>
                    wire.Object(() =>
                    {
                        wire.Text("accessToken", access);
                        wire.Text("refreshToken", session.RefreshToken);
                        wire.Flag("chainUpdated", hasChanged);
                        SignInAnswer.WriteAccounts(wire, hasChanged ? call.Venue.Accounts : []);
                    })
            );
        });
    }

    public static void Accounts(Web3Call call)
    {
        if (call.Body().Text("projectId") != Web3Venue.ProjectId)
        {
            throw BackendRefusal.Parameter("projectId");
        }
        call.Data(wire =>
            wire.Array(
                call.Venue.Accounts,
                account =>
                    wire.Object(() =>
                    {
                        wire.Text("projectId", Web3Venue.ProjectId);
                        wire.Text("accountId", account.Id);
                        wire.Text("accountName", account.Name);
                        wire.Flag("isDefault", account == call.Venue.Accounts[0]);
                    })
            )
        );
    }

    public static void Addresses(Web3Call call)
    {
        var body = call.Body();
        var ids = body.Texts("accountIds") ?? throw body.Wrong("accountIds", "is missing");
        var accounts = ids.Select(call.Account).ToList();
        call.Data(wire =>
            wire.Array(
                [accounts],
                _ =>
                    wire.Object(() =>
                        wire.Array(
                            "accounts",
                            accounts,
                            account =>
                                wire.Object(() =>
                                {
                                    wire.Text("accountId", account.Id);
                                    SignInAnswer.WriteAddresses(wire, account);
                                })
                        )
                    )
            )
        );
    }

    public static void Heartbeat(Web3Call call) => call.Data(wire => wire.NullValue());

    /// <summary>Answers with a session and its first tokens.</summary>
    public static void SignedIn(Web3Call call, WalletSession session)
    {
        var access = call.Venue.Sessions.IssueTokens(session, call.Venue.Behaviour);
        session.AccountsTold = call.Venue.Accounts.Count;
        call.Data(wire => wire.Array([session], _ => SignInAnswer.Write(wire, session, access, call.Venue)));
    }
}
