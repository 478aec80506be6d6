using System.Text;
using Exchange.Simulator.BitoPro.Auth;

namespace Exchange.Simulator.BitoPro.Accounts;

/// <summary>A customer of the venue: credentials, balances, fee rates, and the venue's records about it.</summary>
internal sealed class Account
{
    private readonly Dictionary<string, Balance> _balances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _fees = new(StringComparer.Ordinal);

    public Account(SimulatorAccount options, bool isHouse = false)
    {
        Options = options;
        IsHouse = isHouse;
        Secret = Encoding.UTF8.GetBytes(options.ApiSecret);
        foreach (var (currency, amount) in options.Balances)
        {
            _balances.Add(currency, new(amount));
        }
    }

    public SimulatorAccount Options { get; }

    public string Name => Options.Name;

    /// <summary>Whether it is the market makers' own account, of which no records are kept.</summary>
    public bool IsHouse { get; }

    public byte[] Secret { get; }

    public SeenNonces Nonces { get; } = new();

    public decimal MakerFee => Options.MakerFee;

    public decimal TakerFee => Options.TakerFee;

    public OrderHistory History { get; } = new();

    public Balance Balance(string currency)
    {
        if (!_balances.TryGetValue(currency, out var balance))
        {
            balance = new(0);
            _balances.Add(currency, balance);
        }
        return balance;
    }

    public void FeesPaid(string currency, decimal fee) => _fees[currency] = Fees(currency) + fee;

    /// <summary>All fees that the account has paid in a currency.</summary>
    public decimal Fees(string currency) => _fees.GetValueOrDefault(currency);
}
