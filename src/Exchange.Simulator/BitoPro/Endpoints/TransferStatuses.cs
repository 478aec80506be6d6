using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>Which transfer statuses exist where (bitopro.md section 3).</summary>
internal static class TransferStatuses
{
    //  status, deposit crypto, deposit TWD, withdraw crypto, withdraw TWD
    private static readonly (
        string Status,
        bool DepositCrypto,
        bool DepositTwd,
        bool WithdrawCrypto,
        bool WithdrawTwd
    )[] Table =
    [
        ("PROCESSING", true, true, true, true),
        ("COMPLETE", true, true, true, true),
        ("EXPIRED", true, false, true, false),
        ("INVALID", true, true, true, true),
        ("WAIT_PROCESS", true, true, true, true),
        ("WAIT_CONFIRMATION", false, false, true, false),
        ("EMAIL_VERIFICATION", false, false, true, true),
        ("CANCELLED", true, true, true, true),
        ("FAILED", false, true, false, true),
    ];

    /// <summary>The wanted statuses, or null for all.</summary>
    /// <exception cref="Refusal">400: a status that this kind of transfer never has.</exception>
    public static HashSet<string>? Read(QueryValues query, string currency, bool isWithdrawal)
    {
        if (query.Text("statuses") is not { } text)
        {
            return null;
        }
        var wanted = text.Split(',').ToHashSet(StringComparer.Ordinal);
        var isTwd = currency == "twd";
        var known = Table
            .Where(row =>
                isWithdrawal
                    ? (isTwd ? row.WithdrawTwd : row.WithdrawCrypto)
                    : (isTwd ? row.DepositTwd : row.DepositCrypto)
            )
            .Select(row => row.Status);
        return wanted.IsSubsetOf(known) ? wanted : throw Refusal.WrongParameter("statuses");
    }
}
