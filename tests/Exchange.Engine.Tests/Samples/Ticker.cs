namespace Exchange.Engine.Tests.Samples;

/// <summary>What a service would emit.</summary>
public sealed record Ticker
{
    public required string Pair { get; init; }

    public decimal Last { get; init; }

    public Side Side { get; init; }
}
