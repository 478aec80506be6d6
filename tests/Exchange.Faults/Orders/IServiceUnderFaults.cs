using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Something that a service holds because an attempt of ours made it.</summary>
/// <param name="Reference">The service's id of it.</param>
/// <param name="Mark">What tells one attempt's effect from another's, such as its price: two of one mark are one order sent twice.</param>
internal sealed record Effect(string Reference, string Mark);

/// <summary>One service's writes, as command lines, and what the service has of them in the end.</summary>
internal interface IServiceUnderFaults
{
    /// <summary>The service's name, as the journal writes it.</summary>
    string Name { get; }

    /// <summary>The journal's word for the write that makes something.</summary>
    string Operation { get; }

    /// <summary>Makes the simulator ready: accounts, balances, sign-in.</summary>
    void Prepare(ExchangeSimulator simulator, string home);

    /// <summary>The words that make the thing of a number; each number's thing differs from every other's.</summary>
    string[] Place(int number);

    /// <summary>The words that end it; null when it has ended by itself or cannot be ended.</summary>
    string[]? Cancel(int number, string reference);

    /// <summary>Everything that the service holds.</summary>
    IReadOnlyList<Effect> Effects(ExchangeSimulator simulator);

    /// <summary>What the service holds of a reference that was ended: true when it is no longer open.</summary>
    bool HasEnded(ExchangeSimulator simulator, string reference);
}
