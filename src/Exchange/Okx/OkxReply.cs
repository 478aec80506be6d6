using System.Text.Json;

namespace Exchange.Okx;

/// <summary>The answer to a read: its items, and the errors of those that were refused.</summary>
/// <param name="Items">As they came.</param>
/// <param name="Errors">One for each refused item.</param>
public sealed record OkxReply(IReadOnlyList<JsonElement> Items, IReadOnlyList<ExchangeException> Errors);

/// <summary>What became of one thing that a write asked for.</summary>
public sealed record OkxReceipt
{
    /// <summary>The journal's id.</summary>
    public string? AttemptId { get; init; }

    /// <summary>Method and path.</summary>
    public required string Endpoint { get; init; }

    /// <summary><c>ordId</c>, where the answer has one.</summary>
    public string? OrderId { get; init; }

    /// <summary><c>clOrdId</c>, where the answer has one.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>The item as it came, a <see cref="JsonElement"/> of the library's, an object of the cmdlet's; null when the answer has none.</summary>
    public object? Item { get; init; }
}

/// <summary>The answer to a write: in the order of what was asked for, either a receipt or an error.</summary>
/// <param name="Outcomes">At least one.</param>
public sealed record OkxWriteAnswer(IReadOnlyList<OkxOutcome> Outcomes);

/// <summary>One of the two.</summary>
/// <param name="Receipt">It was taken.</param>
/// <param name="Error">It was refused, or it is not known.</param>
public sealed record OkxOutcome(OkxReceipt? Receipt, ExchangeException? Error);
