using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>Tickets, drafts and answers as the wallet's tests use them.</summary>
internal static class WalletBench
{
    public const string TronAddress = "TXYZexampleaddr000000000000000000";

    public static CancellationToken Cancel => BitoProBench.Cancel;

    public static WithdrawalTicket Tether { get; } =
        new()
        {
            Currency = "usdt",
            Amount = "100",
            Protocol = "TRX",
            Address = TronAddress,
        };

    public static WithdrawalTicket Bank { get; } = new() { Currency = "twd", Amount = "5000" };

    public static BitoProWithdrawalDraft TetherDraft { get; } =
        new()
        {
            Currency = "usdt",
            Amount = 100,
            Protocol = "TRX",
            Address = TronAddress,
        };

    /// <summary>Answers T12 with the rows of <see cref="WalletExamples.Fees"/>, and everything else with <paramref name="other"/>.</summary>
    public static Func<ReceivedRequest, Answer> WithFees(Answer? other = null) =>
        request =>
            request.Path.EndsWith("/limitations-and-fees", StringComparison.Ordinal)
                ? Answer.Json(WalletExamples.Fees)
                : other ?? Answer.Json(WalletExamples.WithdrawalCreated);

    /// <summary>Sends a withdrawal down the write corridor without a question.</summary>
    public static Task<WriteReceipt<BitoProWithdrawalReceipt>?> WithdrawAsync(
        this BitoProBench bench,
        BitoProWithdrawalDraft? draft = null,
        string? attemptId = null,
        CancellationToken? cancel = null
    ) =>
        bench.Desk.SubmitAsync(
            bench.Client.Withdraw(draft ?? TetherDraft, attemptId),
            (_, _) => Task.FromResult(true),
            cancel ?? Cancel
        );

    public static async Task<IReadOnlyList<T>> TakeAsync<T>(IAsyncEnumerable<T> items, int count = int.MaxValue)
    {
        var taken = new List<T>();
        await foreach (var item in items)
        {
            taken.Add(item);
            if (taken.Count == count)
            {
                break;
            }
        }
        return taken;
    }
}
