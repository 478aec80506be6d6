using System.Globalization;
using System.Text;

namespace Exchange.Bench;

/// <summary>Tables of Markdown: to the terminal as they come about, and into a file with the verdicts first.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();
    private readonly List<Measurement> _figures = [];
    private int _afterHead;

    /// <summary>What the figures were measured on.</summary>
    public void Head(IEnumerable<(string Name, string Value)> facts, bool isShort)
    {
        Line(isShort ? "# Benchmarks, in short: small sizes stand for the real ones, for a look" : "# Benchmarks");
        Line();
        Line("| | |");
        Line("|---|---|");
        foreach (var (name, value) in facts)
        {
            Line($"| {name} | {value} |");
        }
        _afterHead = _text.Length;
    }

    public void Title(string text) => Line($"\n## {text}\n");

    public void Line(string text = "")
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    /// <summary>A figure each; they are kept for the verdicts.</summary>
    public void Table(params IEnumerable<Measurement> figures)
    {
        Line("| What | Who | Median | Low | High | Unit | Allocated |");
        Line("|---|---|---:|---:|---:|---|---:|");
        foreach (var one in figures)
        {
            _figures.Add(one);
            var bytes = one.AllocatedBytes is { } allocated ? $"{Number(allocated)} B" : "";
            Line(
                $"| {one.Row} | {one.Who} | {Number(one.Median)} | {Number(one.Low)} | {Number(one.High)} | {one.Unit} | {bytes} |"
            );
        }
    }

    /// <summary>Each requirement with ours, theirs, and whether it is reached; before everything else in the file.</summary>
    public void Verdicts()
    {
        var verdicts = Requirement.All.Select(one => Verdict.Of(one, _figures)).ToList();
        var text = new StringBuilder("\n## Verdicts\n\n");
        text.Append("| What | Ours | Beside | Theirs | Ratio | To reach | Verdict | Limit |\n");
        text.Append("|---|---:|---|---:|---:|---:|---|---|\n");
        foreach (var verdict in verdicts)
        {
            text.Append(verdict.Line).Append('\n');
        }
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{verdicts.Count(one => one.Word == Verdict.Reached)} reached, {verdicts.Count(one => one.Word == Verdict.Missed)} missed, {verdicts.Count(one => one.Word == Verdict.NotMeasured)} not measured.\n"
        );
        Console.Write(text);
        _text.Insert(_afterHead, text);
    }

    public void Save(string path) => File.WriteAllText(path, _text.ToString());

    /// <summary>As many digits as are worth reading.</summary>
    internal static string Number(double value) =>
        value.ToString(
            value >= 1000 ? "N0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );
}
