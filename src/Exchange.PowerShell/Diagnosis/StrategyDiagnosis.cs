using System.Globalization;
using Exchange.Diagnosis;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>What strategy orders and their wallet tell of themselves when the way to them is checked, with the active account.</summary>
internal sealed class StrategyDiagnosis(ExchangeRuntime runtime) : IDiagnosedService
{
    private static readonly TimeSpan EndsSoon = TimeSpan.FromDays(1);

    public string Name => "Strategy";

    // The contract does not know the service's own figure (strategy.md 17.2, Q8); this is where its client begins to warn.
    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(60);

    public IReadOnlyList<LocalCheck> LocalChecks => [LocalCheck.Of(ConnectionStep.Credentials, Credentials)];

    private StrategyClient Client => runtime.Strategy.Client(ApiListener.Silent);

    public (Uri Address, string Source) Endpoint()
    {
        var used = Client.Connection.Address;
        var endpoint = runtime.Strategy.Endpoint(null);
        return (
            used,
            used == endpoint.Address ? endpoint.SourceText(StrategyAccess.AddressVariable) : "Connect-AgenticWallet"
        );
    }

    // Whatever is answered there carries a date; the contract has no address for the time alone.
    public Uri ClockAddress(Uri endpoint) => endpoint;

    public async Task<CheckResult> SignedCallAsync(CancellationToken cancel)
    {
        await Client.GetPageAsync(new StrategyOrderQuery { Limit = 1 }, cancel);
        return CheckResult.Passed(
            Language.Choose("The list of open orders was answered.", "未成交訂單清單已得到回應。")
        );
    }

    private CheckResult Credentials()
    {
        var wallet = Client.Wallet.Show(everyAccount: false, accountId: null)[0];
        var keyNote = KeyNote();
        if (!wallet.LoggedIn)
        {
            return CheckResult.Failed(
                (
                    wallet.SessionExpiresAt is { } ended
                        ? Language.Choose(
                            $"Wallet.SessionExpired: the wallet's session ended, or ends with its key at {Shown(ended)}.",
                            $"Wallet.SessionExpired：錢包工作階段已結束，或隨其金鑰於 {Shown(ended)} 結束。"
                        )
                        : Language.Choose(
                            "Wallet.NotLoggedIn: no wallet session is kept here.",
                            "Wallet.NotLoggedIn：這裡沒有錢包工作階段。"
                        )
                ) + keyNote,
                Language.Choose(
                    "Run Connect-AgenticWallet; to rehearse without an account, run Start-ExchangeSimulator first.",
                    "請執行 Connect-AgenticWallet；若要在沒有帳戶時演練，請先執行 Start-ExchangeSimulator。"
                )
            );
        }
        var ends = wallet.SessionExpiresAt!.Value;
        var folder = PasteableText.PathOf(StateFolder.Locate(runtime.Environment).Path, runtime.Environment);
        var found =
            Language.Choose(
                $"A wallet session until {Shown(ends)}, sealed in {folder}.",
                $"錢包工作階段有效至 {Shown(ends)}，密封於 {folder}。"
            ) + keyNote;
        if (!wallet.CanPlaceOrders)
        {
            return CheckResult.Warning(
                found,
                Language.Choose(
                    "This session predates strategy orders: it lists, cancels and resumes. Run Connect-AgenticWallet to place orders.",
                    "此工作階段早於策略委託：只能查詢、取消與恢復。若要下單，請執行 Connect-AgenticWallet。"
                )
            );
        }
        return ends - runtime.Clock.GetUtcNow() < EndsSoon
            ? CheckResult.Warning(
                found,
                Language.Choose(
                    "It ends soon: run Connect-AgenticWallet before you leave anything unattended.",
                    "即將結束：無人看管之前請執行 Connect-AgenticWallet。"
                )
            )
            : CheckResult.Passed(found);
    }

    // strategy.md 2.1: only look-ups of the market, and only while nobody is signed in.
    private string KeyNote()
    {
        try
        {
            return Client.Connection.MarketKey() is null
                ? ""
                : Language.Choose(
                    " The environment's OKX key signs look-ups of the market when nobody is signed in.",
                    " 未登入時，市場查詢以環境變數中的 OKX 金鑰簽名。"
                );
        }
        catch (ExchangeException trouble)
        {
            return $" {trouble.ErrorId}: {trouble.Message}";
        }
    }

    private static string Shown(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
