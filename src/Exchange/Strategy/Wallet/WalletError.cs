namespace Exchange.Strategy.Wallet;

/// <summary>What can be wrong with the wallet's session (strategy.md 1.6).</summary>
internal static class WalletError
{
    private const string SignIn = "Run Connect-AgenticWallet.";

    public static ExchangeException NotLoggedIn(Exception? inner = null) =>
        New("NotLoggedIn", "No wallet session found.", SignIn, inner);

    public static ExchangeException SessionExpired(Exception? inner = null) =>
        New("SessionExpired", "The wallet session has expired.", SignIn, inner);

    public static ExchangeException SessionOutdated() =>
        New(
            "SessionOutdated",
            "This session predates strategy orders. Log in again.",
            $"{SignIn} Listing, cancelling and resuming orders work without it."
        );

    public static ExchangeException CredentialsUnreadable(Exception? inner = null) =>
        New("CredentialsUnreadable", "Stored credentials cannot be read. Log in again.", SignIn, inner);

    public static ExchangeException NoAddressForChain(string chain) =>
        new("Wallet.NoAddressForChain", ErrorKind.NotFound, $"The active account has no address on {chain}.")
        {
            Remedy = "See Get-AgenticWallet; another account can be named with -AccountId.",
        };

    public static ExchangeException UnknownAccount(string id) =>
        ExchangeException.BadInput(
            "Wallet.UnknownAccount",
            $"The wallet has no account {id}.",
            "See Get-AgenticWallet -All for the accounts.",
            "AccountId"
        );

    private static ExchangeException New(string id, string message, string remedy, Exception? inner = null) =>
        new($"Wallet.{id}", ErrorKind.Authentication, message, inner) { Remedy = remedy };
}
