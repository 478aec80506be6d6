using Exchange.Simulator.Strategy.Tokens;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>What accounts own of a token. Enough of everything, except where somebody said how much.</summary>
internal sealed class WalletFunds
{
    private readonly Dictionary<(string Account, Token Token), decimal> _known = [];

    public void Set(string account, Token token, decimal amount) => _known[(account, token)] = amount;

    public bool Covers(string account, Token token, decimal amount) =>
        !_known.TryGetValue((account, token), out var owned) || owned >= amount;

    public void Move(string account, Token token, decimal by)
    {
        if (_known.TryGetValue((account, token), out var owned))
        {
            _known[(account, token)] = owned + by;
        }
    }
}
