using System.Globalization;

namespace Exchange.Simulator.Strategy.Wire;

/// <summary>The codes of strategy.md 12 in its order, those of 2.2 and 14 that say something about the session, and our own for sign-in.</summary>
internal static class BackendCode
{
    private static readonly (int Code, string Message)[] All =
    [
        (100, "Invalid request parameters"),
        (10019, "Insufficient native token for gas, minAmount = 0.001"),
        (10026, "JWT token verification failed"),
        (10106, "Chain is not supported"),
        (60002, "No order found"),
        (60003, "No authority for limit orders"),
        (60006, "Too many pending orders"),
        (60009, "No liquidity at the trigger price"),
        (60014, "The order has expired"),
        (60015, "The order is pending and cannot be operated"),
        (60017, "The order has succeeded and cannot be operated"),
        (60018, "TEE SA version upgrade required"),
        (60030, "Quota exceeded"),
        (100005, "Wallet address is blacklisted"),
        (100007, "TEE sign failure"),
        (100008, "TEE service unavailable"),
        (100010, "Order amount is too small"),
        (100012, "Insufficient balance"),
        (50114, "Invalid authority"),
        (10001, "Invalid access token"),
        (10008, "Access token invalid"),
        (53017, "Access token invalid"),
        (130100031, "Access token invalid"),
        (Pending, "Login is pending"),
        (Denied, "Login was denied"),
        (TimedOut, "Login has timed out"),
        (WrongCredentials, "Wrong e-mail, code or key"),
    ];

    /// <summary>The sign-in waits for a person (strategy.md 14.2).</summary>
    public const int Pending = 10018;

    // The contract names no code for these; a client takes any other code as the end of a sign-in.
    public const int Denied = 10020;
    public const int TimedOut = 10021;
    public const int WrongCredentials = 10022;

    /// <summary>The usual message of a code.</summary>
    public static string MessageOf(int code) =>
        Array.Find(All, row => row.Code == code).Message
        ?? string.Create(CultureInfo.InvariantCulture, $"Request failed with {code}");
}
