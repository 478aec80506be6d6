namespace Exchange.Engine.Tests.Binding.Differential;

/// <summary>What PowerShell 7.6 answered (tests/Pester/Record-Binding.ps1 wrote it down); the Pester tier asks it again, and more.</summary>
public sealed class RealAnswersTests
{
    private static readonly IReadOnlyList<BindingTable> Recorded = BindingTable.Read(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "RealAnswers.json"))
    );

    [Fact]
    public void What_a_real_PowerShell_binds_is_bound_alike()
    {
        var runs = Recorded.SelectMany(table =>
            table.Runs.Zip(BindingProbe.Answered(table).Runs, (real, ours) => (table, real, ours: ours.Answer!))
        );
        var different = runs.Where(run => !Agree(run.ours, run.real.Answer!)).Select(Describe).ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Fact]
    public void The_record_has_every_kind_of_outcome()
    {
        var answers = Recorded.SelectMany(table => table.Runs).SelectMany(run => run.Answer!).ToList();
        Assert.True(answers.Count(answer => answer[0] != '!') > 100);
        string[] kinds =
        [
            "! AmbiguousParameterSet",
            "! InputObjectNotBound",
            "! InputObjectMissingMandatory",
            "! MissingMandatoryParameter",
        ];
        Assert.All(kinds, kind => Assert.Contains(kind, answers));
    }

    // PowerShell passes over a property that does not fit its parameter; here that is an error (decision 20).
    private static bool Agree(IReadOnlyList<string> ours, IReadOnlyList<string> real) =>
        ours.SequenceEqual(real)
        || (ours.Contains("! CannotConvertArgumentNoMessage") && !real.Contains("! CannotConvertArgumentNoMessage"));

    private static string Describe((BindingTable Table, BindingRun Real, IReadOnlyList<string> Ours) run) =>
        $"{string.Join(' ', run.Real.Arguments)} with {run.Real.Input?.Count} objects: "
        + $"{string.Join(" | ", run.Ours)} instead of {string.Join(" | ", run.Real.Answer!)} for {BindingTable.Write([run.Table with { Runs = [run.Real] }])}";
}
