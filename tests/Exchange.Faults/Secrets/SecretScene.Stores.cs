using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Exchange.Okx.SignIn;
using Exchange.Simulator.Strategy.Cryptography;
using Exchange.Storage;
using Exchange.Strategy.Wallet;
using Exchange.Testing;

namespace Exchange.Faults.Secrets;

/// <content>What earlier sign-ins and other programs left in the user's folders.</content>
internal sealed partial class SecretScene
{
    /// <summary>Sessions as earlier sign-ins left them, and what stands in for the programs of others.</summary>
    public async Task PlantAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(Home, "home"));
        if (!OperatingSystem.IsWindows())
        {
            _ = new StandInProgram(
                Path.Combine(Programs, "okx-auth"),
                """echo '{"profile":"oauth","site":"global","status":"not_logged_in"}'"""
            );
            _ = new StandInProgram(
                Path.Combine(Programs, "openclaw"),
                """echo '{"service":{"runtime":{"status":"stopped"}}}'"""
            );
        }
        var address = Server.Address.AbsoluteUri.TrimEnd('/');
        await PlantOkxAsync(address, cancel);
        await PlantWalletAsync(address, cancel);
        await PlantCodexAsync(cancel);
    }

    private async Task PlantOkxAsync(string address, CancellationToken cancel)
    {
        await OkxStore(SignedIn)
            .UpdateAsync(
                state =>
                {
                    state.Session = new SignInSession
                    {
                        Site = "global",
                        Authority = address,
                        ClientId = "client",
                        AccessToken = Of("OKX access token"),
                        RefreshToken = Of("OKX refresh token"),
                        ExpiresAt = Ends,
                        ExpiresIn = (int)TimeSpan.FromDays(30).TotalSeconds,
                    };
                    return true;
                },
                cancel
            );
        await OkxStore(Begun)
            .UpdateAsync(
                state =>
                {
                    state.Clients["global"] = new RegisteredClient { Authority = address, ClientId = "client" };
                    state.Pending = new Exchange.Okx.SignIn.PendingSignIn
                    {
                        Site = "global",
                        Authority = address,
                        DeviceCode = Of("OKX device code"),
                        UserCode = "WDJB-MJHT",
                        VerificationUri = address + "/activate",
                        Scope = "live:read",
                        StartedAt = DateTimeOffset.UtcNow,
                        ExpiresAt = Ends,
                        Interval = 1,
                        NextPollAt = DateTimeOffset.UtcNow,
                    };
                    return true;
                },
                cancel
            );
    }

    private OkxSignInStore OkxStore(string state) =>
        new(new StateFolder(Path.Combine(Home, state)).File(OkxSignInStore.RehearsalFileName));

    private Task PlantWalletAsync(string address, CancellationToken cancel) =>
        new WalletStore(new StateFolder(Path.Combine(Home, SignedIn)), new Uri(address)).ReplaceAsync(
            new WalletRecord
            {
                AccessToken = Claims + Of("wallet access token"),
                RefreshToken = Claims + Of("wallet refresh token"),
                SessionKey = KeyOf("wallet session key"),
                EncryptedSessionSk = Convert.ToBase64String(
                    SessionSeal.Seal(
                        Curves.X25519PublicKey(KeyOf("wallet session key")),
                        RandomNumberGenerator.GetBytes(32),
                        KeyOf("wallet signing seed")
                    )
                ),
                SaTeeId = "tee",
                SessionKeyExpireAt = $"{Ends.ToUnixTimeSeconds()}",
                Accounts =
                [
                    new WalletAccountRecord
                    {
                        AccountId = "acc",
                        IsDefault = true,
                        Addresses =
                        [
                            new WalletAddressRecord
                            {
                                Address = "0xc4a8cb22c9b39070faeffaf018de6e6309a706af",
                                ChainIndex = "1",
                            },
                        ],
                    },
                ],
            },
            cancel
        );

    private byte[] KeyOf(string kind) => Encoding.UTF8.GetBytes(Of(kind))[..32];

    private async Task PlantCodexAsync(CancellationToken cancel)
    {
        var rehearsal = Path.Combine(Home, SignedIn, "codex-rehearsal");
        var agent = Path.Combine(rehearsal, "openclaw", "agents", "main", "agent");
        Directory.CreateDirectory(agent);
        var store = new
        {
            version = 1,
            profiles = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["openai-codex:default"] = new
                {
                    type = "oauth",
                    provider = "openai-codex",
                    access = Claims + Of("Codex access token"),
                    refresh = CodexRefreshToken,
                    expires = Ends.ToUnixTimeMilliseconds(),
                    accountId = "acct",
                },
            },
        };
        await File.WriteAllTextAsync(
            Path.Combine(agent, "auth-profiles.json"),
            JsonSerializer.Serialize(store),
            cancel
        );
        var begun = new[] { Refused, Given, Queued }.ToDictionary(
            selector => $"openai-codex:{selector}",
            selector => new
            {
                verifier = Of("Codex verifier"),
                state = Of("Codex state"),
                createdAt = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
                selector,
            },
            StringComparer.Ordinal
        );
        var temporary = Path.Combine(rehearsal, "tmp");
        PrivateFiles.CreateFolder(temporary);
        await File.WriteAllTextAsync(
            Path.Combine(temporary, "codex-auth-pending.json"),
            JsonSerializer.Serialize(begun),
            cancel
        );
    }
}
