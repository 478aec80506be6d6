namespace Exchange.Simulator.Tests.Support;

/// <summary>A frozen simulator for one test: time moves only when the test moves it.</summary>
internal static class Venue
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Pays no fee, has a lot of everything.</summary>
    public static readonly SimulatorAccount Second = new()
    {
        Name = "second",
        ApiKey = "simulator-key-0002-bitopro",
        ApiSecret = "simulator-secret-0002-bitopro",
        MakerFee = 0,
        TakerFee = 0,
    };

    public static SimulatorOptions Options =>
        new()
        {
            Start = Start,
            Frozen = true,
            Accounts = [SimulatorAccount.Default, Second],
        };

    public static ExchangeSimulator Open() => ExchangeSimulator.Start(Options);
}
