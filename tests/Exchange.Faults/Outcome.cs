namespace Exchange.Faults;

/// <summary>One row of the report: what was tried, how often, and how often it went wrong.</summary>
/// <param name="What">Such as <c>TOML documents</c>.</param>
/// <param name="Tried">How many.</param>
/// <param name="Wrong">How many went wrong; anything but none fails the run.</param>
/// <param name="Note">What else is worth saying; of a failure, the first case.</param>
internal sealed record Outcome(string What, long Tried, long Wrong, string Note = "");

/// <summary>How much is tried.</summary>
internal enum Scale
{
    /// <summary>Part of every test run: seconds.</summary>
    Reduced,

    /// <summary>Under half an hour.</summary>
    Usual,

    /// <summary>The whole, with the soak of an hour.</summary>
    Long,
}

/// <summary>A family of faults.</summary>
internal interface ICampaign
{
    /// <summary>The heading in the report.</summary>
    string Name { get; }

    /// <summary>Tries them, a row each.</summary>
    IAsyncEnumerable<Outcome> RunAsync(Scale scale, CancellationToken cancel);
}
