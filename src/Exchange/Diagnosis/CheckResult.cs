namespace Exchange.Diagnosis;

/// <summary>What one check found.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Detail">What was found: no secret, key or e-mail.</param>
/// <param name="Remedy">What to do next; null when there is nothing to do.</param>
public readonly record struct CheckResult(CheckVerdict Verdict, string Detail, string? Remedy)
{
    /// <summary>As it should be.</summary>
    public static CheckResult Passed(string detail) => new(CheckVerdict.Passed, detail, null);

    /// <summary>It works, and may soon not.</summary>
    public static CheckResult Warning(string detail, string remedy) => new(CheckVerdict.Warning, detail, remedy);

    /// <summary>Here is what is wrong.</summary>
    public static CheckResult Failed(string detail, string remedy) => new(CheckVerdict.Failed, detail, remedy);

    /// <summary>There was nothing to check.</summary>
    public static CheckResult Skipped(string detail) => new(CheckVerdict.Skipped, detail, null);
}

/// <summary>A check of what is on this machine.</summary>
/// <param name="Step">What is looked at.</param>
/// <param name="RunAsync">Looks at it; an <see cref="ExchangeException"/> is a failure with its own words.</param>
public readonly record struct LocalCheck(ConnectionStep Step, Func<CancellationToken, Task<CheckResult>> RunAsync)
{
    /// <summary>A check that waits for nothing.</summary>
    public static LocalCheck Of(ConnectionStep step, Func<CheckResult> run) => new(step, _ => Task.FromResult(run()));
}
