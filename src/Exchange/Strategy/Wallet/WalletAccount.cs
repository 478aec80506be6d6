namespace Exchange.Strategy.Wallet;

/// <summary>An account of the wallet, with the addresses that orders need.</summary>
internal sealed record WalletAccount(string AccountId, string AccountName, IReadOnlyList<WalletAddressRecord> Addresses)
{
    private const string Solana = "501";

    /// <summary>The named account; without a name the selected, the default, or the first one (strategy.md 14.5).</summary>
    /// <exception cref="ExchangeException"><c>Wallet.UnknownAccount</c></exception>
    public static WalletAccount Of(WalletRecord record, string? accountId)
    {
        if (accountId is { Length: > 0 })
        {
            return Find(record, accountId) ?? throw WalletError.UnknownAccount(accountId);
        }
        var active =
            record.Accounts.Find(account => account.AccountId == record.SelectedAccountId)
            ?? record.Accounts.Find(account => account.IsDefault)
            ?? record.Accounts.FirstOrDefault();
        return active is null ? throw WalletError.NotLoggedIn() : From(active);
    }

    /// <summary>Every account of the wallet.</summary>
    public static IEnumerable<WalletAccount> All(WalletRecord record) => record.Accounts.Select(From);

    /// <summary>The address for orders on a chain (strategy.md 5.5).</summary>
    /// <exception cref="ExchangeException"><c>Wallet.NoAddressForChain</c></exception>
    public string AddressOn(StrategyChain chain) => Find(chain) ?? throw WalletError.NoAddressForChain(chain.Name);

    /// <summary>The first address of the EVM's chains; null when there is none.</summary>
    public string? EvmAddress =>
        Usable.FirstOrDefault(address => IsEvm(StrategyChains.Find(address.ChainIndex)))?.Address;

    /// <summary>The address on Solana; null when there is none.</summary>
    public string? SolAddress => Usable.FirstOrDefault(address => address.ChainIndex == Solana)?.Address;

    /// <summary>Both, the EVM's first, as lists of orders want them.</summary>
    public IReadOnlyList<string> BothAddresses => [.. new[] { EvmAddress, SolAddress }.OfType<string>()];

    private IEnumerable<WalletAddressRecord> Usable => Addresses.Where(address => address.Address.Length > 0);

    private string? Find(StrategyChain chain) =>
        Usable.FirstOrDefault(address => address.ChainIndex == chain.Id)?.Address
        ?? (chain.Family == ChainFamily.Evm ? EvmAddress : null);

    private static WalletAccount? Find(WalletRecord record, string id) =>
        record.Accounts.Find(account => account.AccountId == id) is { } found ? From(found) : null;

    private static WalletAccount From(WalletAccountRecord record) =>
        new(record.AccountId, record.AccountName, record.Addresses);

    private static bool IsEvm(StrategyChain? chain) => chain?.Family == ChainFamily.Evm;
}
