using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Something that a service holds because an attempt of ours made it.</summary>
/// <param name="Reference">The service's id of it.</param>
/// <param name="Mark">What tells one attempt's effect from another's, such as its price: two of one mark are one order sent twice.</param>
internal sealed record Effect(string Reference, string Mark);

/// <summary>One service's writes, as command lines, and what the service has of them in the end.</summary>
internal interface IServiceUnderFaults
{
    /// <summary>What the campaign calls it.</summary>
    string Name { get; }

    /// <summary>The journal's word for the write that makes something.</summary>
    string Operation { get; }

    /// <summary>The journal's fact by which a write that ends something names it.</summary>
    string ReferenceFact => "orderId";

    /// <summary>The journal's fact that is the mark of what an attempt makes.</summary>
    string MarkFact { get; }

    /// <summary>
    /// Whether the contract lets the same bytes be sent once more behind a refusal that proves that nothing happened. Else nothing may
    /// arrive twice, whatever was answered.
    /// </summary>
    bool MayRepeatRefused => false;

    /// <summary>How many things one command makes.</summary>
    int ThingsEach => 1;

    /// <summary>The commands, before there are faults, by which a user gets ready: none, or a sign-in.</summary>
    IReadOnlyList<Write> Preparations => [];

    /// <summary>The attempt ids of the things of a number.</summary>
    IReadOnlyList<string> PlaceIds(int number) => [PlaceId.Of(Name, number)];

    /// <summary>Makes the things of a number; each number's differ from every other's.</summary>
    Write Place(int number);

    /// <summary>What is done to them next, such as cancelling them; null when nothing is.</summary>
    /// <param name="number">The number.</param>
    /// <param name="references">What the service calls them.</param>
    /// <param name="isLater">Whether this is the second pass, behind <see cref="Turn"/>.</param>
    Write? Follow(int number, IReadOnlyList<string> references, bool isLater);

    /// <summary>What the market does while orders come, again and again.</summary>
    void Move(ExchangeSimulator simulator) { }

    /// <summary>What the market does between the two passes over the numbers, when everything is settled.</summary>
    void Turn(ExchangeSimulator simulator, IReadOnlyList<Attempt> attempts) { }

    /// <summary>The marks of what a request asks for; none when it makes nothing.</summary>
    IEnumerable<string> MarksOf(RequestRecord request, ReadOnlyMemory<byte> body);

    /// <summary>Everything that the service holds.</summary>
    IReadOnlyList<Effect> Effects(ExchangeSimulator simulator);

    /// <summary>Whether an accepted write of <see cref="Follow"/> has had its effect on the thing that it names.</summary>
    bool HasFollowed(ExchangeSimulator simulator, Attempt follow, string reference);
}
