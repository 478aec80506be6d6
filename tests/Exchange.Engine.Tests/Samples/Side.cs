namespace Exchange.Engine.Tests.Samples;

public enum Side
{
    Buy,
    Sell,
}

[Flags]
public enum Scopes
{
    None = 0,
    Read = 1,
    Trade = 2,
    Withdraw = 4,
}
