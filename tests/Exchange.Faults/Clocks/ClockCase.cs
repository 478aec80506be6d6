namespace Exchange.Faults.Clocks;

/// <summary>Something that a user does while the clock is set.</summary>
/// <param name="Name">Its row in the report.</param>
/// <param name="TryAsync">Does it, with a jump of this span, and notes what went wrong. The last number counts up: where in a run the
/// clock is set.</param>
/// <param name="Places">How many places of a run are tried.</param>
/// <param name="IsLenient">See <see cref="ClockBench"/>.</param>
internal sealed record ClockCase(
    string Name,
    Func<ClockBench, TimeSpan, int, Task> TryAsync,
    int Places = 1,
    bool IsLenient = false
);
