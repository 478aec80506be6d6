namespace Exchange.Guard;

/// <summary>What phrases in a text give away; one phrase can stand in several lists.</summary>
[Flags]
internal enum TextFinding
{
    None = 0,
    PolicyBypass = 1,
    PromptReveal = 1 << 1,
    ExternalInstruction = 1 << 2,
    Strategy = 1 << 3,
    Trade = 1 << 4,
    Action = 1 << 5,
    Asset = 1 << 6,
    Amount = 1 << 7,
    HighRisk = 1 << 8,
    SoftSignal = 1 << 9,
    Ambiguous = 1 << 10,
    InvalidConfirmation = 1 << 11,
}
