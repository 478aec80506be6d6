namespace Exchange.Strategy;

/// <summary>Whether the client may repeat a request that was refused so.</summary>
internal enum BackendRetry
{
    /// <summary>Not by itself.</summary>
    No,

    /// <summary>Not by anybody: it stays refused.</summary>
    Never,

    /// <summary>One time, after a second: the service refused, so nothing has happened.</summary>
    Once,

    /// <summary>One time, after Trader Mode was activated.</summary>
    AfterActivation,
}

/// <summary>One row of the table of backend codes.</summary>
/// <param name="Code">The integer; nothing else is matched.</param>
/// <param name="Name">The service's name of it.</param>
/// <param name="Kind">What sort of trouble it is.</param>
/// <param name="Fallback">What is said when the service gives no message.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Retry">The table's last column.</param>
internal sealed record BackendCode(
    long Code,
    string Name,
    ErrorKind Kind,
    string Fallback,
    string Remedy,
    BackendRetry Retry
);

/// <summary>The table of strategy.md 12, in its order.</summary>
internal static class BackendCodes
{
    public const long ActivationRequired = 60018;
    public const long AmountTooSmall = 100010;
    public const long ParameterError = 100;

    /// <summary>Not signed in, as the service says it (strategy.md 2.2).</summary>
    public const long NotSignedIn = 50114;

    /// <summary>The browser has not finished (strategy.md 14.2).</summary>
    public const long SignInPending = 10018;

    /// <summary>Codes of an access token that is no longer taken; the last is the orders' own (strategy.md 12: after a refresh).</summary>
    public static IReadOnlyList<long> TokenRefused { get; } = [10001, 10008, 53017, 130_100_031, 10026];

    public static IReadOnlyList<BackendCode> All { get; } =
    [
        new(
            ParameterError,
            "REQUEST_PARAM_ERROR",
            ErrorKind.Service,
            "Invalid request parameters",
            "See the message, and correct the parameter.",
            BackendRetry.No
        ),
        new(
            10019,
            "INSUFFICIENT_NATIVE_GAS_BALANCE",
            ErrorKind.Service,
            "Not enough native token for gas",
            "The message names the least amount: deposit or transfer the chain's own coin, or swap a stablecoin for it.",
            BackendRetry.Never
        ),
        new(
            10026,
            "JWT_TOKEN_VERIFY_FAILED",
            ErrorKind.Authentication,
            "Login no longer valid",
            "Run Connect-AgenticWallet, then repeat.",
            BackendRetry.No
        ),
        new(
            10106,
            "CHAIN_NOT_SUPPORT_ERROR",
            ErrorKind.Service,
            "Chain not supported",
            "Use Ethereum, BSC, X Layer, Solana, Base or Arbitrum.",
            BackendRetry.No
        ),
        new(
            60002,
            "NO_ORDER_FOUND",
            ErrorKind.NotFound,
            "Order not found",
            "The id is wrong, or the order has ended: Get-StrategyOrder -Status All.",
            BackendRetry.No
        ),
        new(
            60003,
            "LIMIT_ORDER_NO_AUTHORITY",
            ErrorKind.Permission,
            "No limit-order permission",
            "Trader Mode may be inactive; repeat it yourself once more, or sign in again.",
            BackendRetry.Once
        ),
        new(
            60006,
            "LIMIT_ORDER_OUT_LIMIT_FAIL",
            ErrorKind.Service,
            "Too many pending orders",
            "An account holds 100 at most: cancel some with Stop-StrategyOrder.",
            BackendRetry.No
        ),
        new(
            60009,
            "LIMIT_ORDER_ILLIQUIDITY_ERROR",
            ErrorKind.Service,
            "No liquidity at trigger",
            "Choose another pair, or a trigger further away.",
            BackendRetry.No
        ),
        new(
            60014,
            "LIMIT_ORDER_EXPIRED_CANNOT_OPERATE",
            ErrorKind.Conflict,
            "Order already expired",
            "Nothing is left to do; place a new order.",
            BackendRetry.No
        ),
        new(
            60015,
            "LIMIT_ORDER_PENDING_CANNOT_OPERATE",
            ErrorKind.Conflict,
            "Order is mid-lifecycle",
            "Wait until it has ended: Get-StrategyOrder -OrderId.",
            BackendRetry.No
        ),
        new(
            60017,
            "LIMIT_ORDER_SUCCESS_CANNOT_OPERATE",
            ErrorKind.Conflict,
            "Order already completed",
            "Nothing is left to do.",
            BackendRetry.No
        ),
        new(
            ActivationRequired,
            "LIMIT_ORDER_TEE_SA_VERSION_UPGRADE_REQUIRED",
            ErrorKind.Permission,
            "Trader Mode must be re-activated",
            "Run it again; if it stays, sign in again with Connect-AgenticWallet.",
            BackendRetry.AfterActivation
        ),
        new(
            60030,
            "QUOTA_EXCEEDED",
            ErrorKind.Service,
            "Account quota reached",
            "Cancel or wait for other orders.",
            BackendRetry.No
        ),
        new(
            100005,
            "WALLET_ADDRESS_BLACKLISTED",
            ErrorKind.Permission,
            "Address blocked by risk control",
            "Contact the service's support.",
            BackendRetry.Never
        ),
        new(
            100007,
            "TEE_SIGN_FAILURE",
            ErrorKind.Service,
            "TEE signing failed",
            "It passes by itself as a rule: repeat later.",
            BackendRetry.Once
        ),
        new(
            100008,
            "TEE_SERVICE_UNAVAILABLE",
            ErrorKind.Service,
            "TEE service unavailable",
            "Repeat later.",
            BackendRetry.No
        ),
        new(
            AmountTooSmall,
            "ORDER_AMOUNT_TOO_SMALL",
            ErrorKind.Service,
            "Below $1",
            "Raise the amount.",
            BackendRetry.No
        ),
        new(
            100012,
            "LIMIT_ORDER_INSUFFICIENT_BALANCE",
            ErrorKind.Service,
            "Balance too low",
            "Check the balance of the from-token.",
            BackendRetry.No
        ),
    ];

    /// <summary>The row of a code; null when the contract does not list it.</summary>
    public static BackendCode? Find(long code) => All.FirstOrDefault(row => row.Code == code);

    /// <summary>The code that an error carries; null when it carries none.</summary>
    public static long? Of(ExchangeException trouble) =>
        long.TryParse(
            trouble.ServiceCode,
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var code
        )
            ? code
            : null;
}
