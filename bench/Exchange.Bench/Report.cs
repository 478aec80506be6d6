using System.Globalization;
using System.Text;

namespace Exchange.Bench;

/// <summary>Tables of Markdown: to the terminal, and into a file.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    public void Title(string text) => Line($"\n## {text}\n");

    public void Line(string text = "")
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    /// <summary>A figure each.</summary>
    public void Table(IEnumerable<Measurement> figures)
    {
        Line("| What | Who | Median | Low | High | Unit | Allocated |");
        Line("|---|---|---:|---:|---:|---|---:|");
        foreach (var one in figures)
        {
            var bytes = one.AllocatedBytes is { } allocated ? $"{Number(allocated)} B" : "";
            Line(
                $"| {one.Row} | {one.Who} | {Number(one.Median)} | {Number(one.Low)} | {Number(one.High)} | {one.Unit} | {bytes} |"
            );
        }
    }

    /// <summary>How many times better ours is, beside what it is held to.</summary>
    public void Ratios(IReadOnlyCollection<Measurement> figures)
    {
        Line("| What | Beside | Ratio | To reach | |");
        Line("|---|---|---:|---:|---|");
        foreach (var target in Target.All)
        {
            var ours = figures.FirstOrDefault(one => one.Row == target.Row && one.Who == "Exchange");
            var theirs = figures.Where(one =>
                one.Row == target.Row && one.Who.Contains(target.Peer, StringComparison.Ordinal) && one != ours
            );
            foreach (var peer in theirs.Where(_ => ours is not null))
            {
                var ratio = ours!.IsRate ? ours.Median / peer.Median : peer.Median / ours.Median;
                var verdict = target.Times is { } times && ratio < times ? "missed" : "reached";
                Line($"| {target.Row} | {peer.Who} | {Number(ratio)} | {target.Times} | {verdict} |");
            }
        }
    }

    public void Save(string path) => File.WriteAllText(path, _text.ToString());

    private static string Number(double value) =>
        value.ToString(
            value >= 1000 ? "N0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );
}
