namespace Exchange.Simulator;

/// <summary>One fault, how often it strikes, and which requests it may strike.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Rate">How often, 0 to 1.</param>
public sealed record FaultRule(FaultKind Kind, double Rate = 1)
{
    /// <summary>How many more times it strikes; null is without end.</summary>
    public int? Count { get; init; }

    /// <summary>Only this method; null is any.</summary>
    public string? Method { get; init; }

    /// <summary>Only paths that start like this, for example <c>/bitopro/v3/orders</c>; null is any.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the request has its effect, where the kind allows both; null is the kind's own rule.</summary>
    public bool? Effect { get; init; }

    /// <summary>The status of <see cref="FaultKind.ServerError"/> and <see cref="FaultKind.Html"/>; null is at random.</summary>
    public int? Status { get; init; }

    internal bool Matches(string method, string path) =>
        Count is not <= 0
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || path.StartsWith(Path, StringComparison.Ordinal));
}
