using Exchange.Simulator.BitoPro.Wallet;

namespace Exchange.Simulator.BitoPro;

/// <summary>A withdrawal as it stands.</summary>
/// <param name="Serial">Its serial.</param>
/// <param name="Currency">Lower-case.</param>
/// <param name="Protocol">Upper-case.</param>
/// <param name="Address">Where to.</param>
/// <param name="Total">What left the balance, the fee included, in units of the currency.</param>
/// <param name="Status">The word of bitopro.md T20.</param>
public sealed record WithdrawalSnapshot(
    string Serial,
    string Currency,
    string Protocol,
    string Address,
    decimal Total,
    string Status
)
{
    internal static WithdrawalSnapshot Of(Transfer transfer, long nowMs) =>
        new(
            transfer.Serial,
            transfer.Currency,
            transfer.Protocol,
            transfer.Address,
            transfer.Total,
            transfer.Status(nowMs)
        );
}
