namespace Exchange.Guard;

/// <summary>A comparison that decided, with both of its sides.</summary>
/// <param name="Check">What was compared.</param>
/// <param name="Value">What is.</param>
/// <param name="Relation">What had to hold between the two.</param>
/// <param name="Limit">What may be.</param>
public sealed record GuardDetail(string Check, string Value, string Relation, string Limit)
{
    /// <summary>In one line.</summary>
    public string Text => $"{Check}: {Value} {Relation} {Limit}";

    /// <inheritdoc/>
    public override string ToString() => Text;
}
