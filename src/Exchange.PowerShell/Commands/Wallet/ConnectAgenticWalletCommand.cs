using System.Management.Automation;
using System.Security;
using Exchange.Storage;
using Exchange.Strategy;
using Exchange.Strategy.Wallet;

namespace Exchange.PowerShell.Commands;

/// <summary>How to sign in to the wallet.</summary>
public enum WalletSignInMethod
{
    /// <summary>On a web page.</summary>
    Browser,

    /// <summary>By a code in an e-mail; older services only.</summary>
    EmailOtp,

    /// <summary>By an API key; older services only.</summary>
    ApiKey,
}

/// <summary>
/// Signs in to the agentic wallet and keeps the session, sealed, for every process of this user. In a browser the page is opened, or
/// shown, and waited for; a page that was not finished in time is taken up again by the next call.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "AgenticWallet")]
[OutputType(typeof(AgenticWallet))]
public sealed class ConnectAgenticWalletCommand : ExchangeCmdlet
{
    private const string KeyVariable = "OKX_API_KEY";
    private const string SecretVariable = "OKX_SECRET_KEY";
    private const string PassphraseVariable = "OKX_PASSPHRASE";

    /// <summary>Browser, EmailOtp or ApiKey.</summary>
    [Parameter(Position = 0)]
    public WalletSignInMethod Method { get; set; } = WalletSignInMethod.Browser;

    /// <summary>How long to wait for the page, at least 10 seconds; without it 300.</summary>
    [Parameter]
    [ValidateRange(WalletClient.LeastTimeoutSeconds, 3600)]
    public int TimeoutSec { get; set; } = 300;

    /// <summary>Shows the page's address and opens nothing; so does EXCHANGE_NO_BROWSER.</summary>
    [Parameter]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>A new page, also when one was not finished.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Where the code is sent, for EmailOtp.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Email { get; set; }

    /// <summary>Key, secret and passphrase of an API key; without them OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE.</summary>
    [Parameter]
    public SecureString? ApiKey { get; set; }

    /// <summary>The secret that goes with -ApiKey.</summary>
    [Parameter]
    public SecureString? SecretKey { get; set; }

    /// <summary>The passphrase that goes with -ApiKey.</summary>
    [Parameter]
    public SecureString? Passphrase { get; set; }

    /// <summary>Another address than OKX_BASE_URL, the simulator or the live service; https, or http to this machine.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Endpoint { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var connection = Runtime.Strategy.Connection(Endpoint);
        var client = Runtime.Strategy.ClientOf(connection, Listener);
        switch (Method)
        {
            case WalletSignInMethod.EmailOtp:
                await SignInByCodeAsync(client.Wallet, cancel);
                break;
            case WalletSignInMethod.ApiKey:
                await client.Wallet.SignInByKeyAsync(
                    Part(ApiKey, KeyVariable),
                    Part(SecretKey, SecretVariable),
                    Part(Passphrase, PassphraseVariable),
                    cancel
                );
                break;
            default:
                await SignInByPageAsync(client.Wallet, cancel);
                break;
        }
        Runtime.Strategy.Connect(Endpoint is null ? null : connection);
        WriteObject(client.Wallet.Show(everyAccount: false, accountId: null), enumerateCollection: true);
    }

    private async Task SignInByPageAsync(WalletClient wallet, CancellationToken cancel)
    {
        var page = await wallet.BeginAsync(Force, cancel);
        Inform(Language.Choose($"Sign in on this page: {page}", $"请在此页面登录:{page}"));
        if (!NoBrowser && string.IsNullOrEmpty(Runtime.Environment(StrategyAccess.NoBrowserVariable)))
        {
            await OpenAsync(page, cancel);
        }
        await wallet.CompleteAsync(TimeSpan.FromSeconds(TimeoutSec), cancel);
    }

    private async Task SignInByCodeAsync(WalletClient wallet, CancellationToken cancel)
    {
        if (Email is null)
        {
            throw ExchangeException.BadInput(
                "Wallet.EmailMissing",
                "A sign-in by a code needs an e-mail address.",
                "Give -Email.",
                "Email"
            );
        }
        var flow = await wallet.SendCodeAsync(Email, cancel);
        var code = await AskLineAsync(
            Language.Choose($"Type the code that was sent to {Email}:", $"请输入发送到 {Email} 的验证码:"),
            cancel
        );
        if (string.IsNullOrWhiteSpace(code))
        {
            throw new ExchangeException(
                "Wallet.CodeRequired",
                ErrorKind.ConfirmationRequired,
                "The code from the e-mail is needed, and nobody typed one."
            )
            {
                Remedy = "Run it where a person can be asked, or use -Method Browser.",
            };
        }
        await wallet.SignInByCodeAsync(Email, flow, Secret.From(code.Trim()), cancel);
    }

    private static Secret Part(SecureString? given, string variable) =>
        given is not null ? Secret.From(given)
        : Runtime.Environment(variable) is { } text && !string.IsNullOrWhiteSpace(text) ? Secret.From(text)
        : throw new ExchangeException(
            "Wallet.KeyIncomplete",
            ErrorKind.Authentication,
            $"A sign-in by an API key needs {variable}."
        )
        {
            Remedy = "Set the three variables, or give -ApiKey, -SecretKey and -Passphrase.",
        };

    // Only ever http or https: the address is made here from an endpoint that was checked. A rehearsal needs no person.
    private async Task OpenAsync(Uri page, CancellationToken cancel)
    {
        if (Runtime.Strategy.Endpoint(Endpoint).IsSimulator && Runtime.Simulators.Address is { } simulator)
        {
            await new SimulatorRemote(simulator, Runtime.Corridor, Listener).DecideAsync(
                page.AbsoluteUri,
                isApproved: true,
                cancel
            );
            return;
        }
        try
        {
            Runtime.OpenPage(page);
        }
        catch (ExchangeException trouble)
        {
            WriteWarning($"{trouble.Message} {trouble.Remedy}");
        }
    }
}
