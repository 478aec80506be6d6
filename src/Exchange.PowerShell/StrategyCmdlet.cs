using Exchange.Desk;
using Exchange.Guard;
using Exchange.Strategy;

namespace Exchange.PowerShell;

/// <summary>A cmdlet that writes to the service of strategy orders.</summary>
public abstract class StrategyCmdlet : GuardedCmdlet
{
    /// <summary>A client whose word to the user reaches the information stream.</summary>
    private protected StrategyClient Client => Runtime.Strategy.Client(Listener, InformLater);

    /// <summary>The guard of a cancellation or a resumption: no step, and its consent names every order.</summary>
    private protected GuardedCall GuardedOrders(
        TradeSession? session,
        string? instruction,
        string? confirmationText,
        string? attemptId,
        IEnumerable<string> names
    ) =>
        Guarded(
            new GuardInput(session, instruction, confirmationText) { Service = GuardedService.Strategy },
            step: null,
            [attemptId],
            [.. names.Select(ConsentTerm.Cancellation)]
        );

    /// <summary>Refuses one id for several attempts.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.InvalidAttemptId</c></exception>
    private protected static string? CheckedAttemptId(string? attemptId, int attempts) =>
        string.IsNullOrEmpty(attemptId) ? null
        : attempts <= 1 ? attemptId
        : throw ExchangeException.BadInput(
            "Exchange.InvalidAttemptId",
            $"One attempt id cannot name {attempts} orders.",
            "Leave -AttemptId out, or name the orders one by one."
        );

    /// <summary>True when nobody wants to be asked, by preference.</summary>
    private protected bool IsNeverAsked =>
        string.Equals(GetVariableValue("ConfirmPreference")?.ToString(), "None", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the switch for the prompt was given, either way.</summary>
    private protected bool IsConfirmGiven => MyInvocation.BoundParameters.ContainsKey("Confirm");
}
