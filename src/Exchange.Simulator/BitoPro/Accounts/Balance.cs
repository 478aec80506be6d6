namespace Exchange.Simulator.BitoPro.Accounts;

/// <summary>What an account owns of one currency: the total, and the part that no order holds.</summary>
internal sealed class Balance(decimal amount)
{
    public decimal Amount { get; set; } = amount;

    public decimal Available { get; set; } = amount;

    public void Deposit(decimal received)
    {
        Amount += received;
        Available += received;
    }
}
