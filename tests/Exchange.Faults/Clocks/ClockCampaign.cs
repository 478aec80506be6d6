using System.Globalization;
using System.Runtime.CompilerServices;

namespace Exchange.Faults.Clocks;

/// <summary>
/// The machine's clock is set by an hour, forwards and backwards, while a user signs in, renews, trades and settles. Everything ends,
/// nobody waits for the jump, no limit is passed, and what cannot go on says that it is the clock.
/// </summary>
internal sealed class ClockCampaign : ICampaign
{
    private static readonly TimeSpan Jump = TimeSpan.FromHours(1);

    private const int MostTold = 5;

    public string Name => "Clock";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var one in (ClockCase[])[.. SignInCases.All, .. TradeCases.All, .. ServiceTimeCases.All])
        {
            var places = scale switch
            {
                Scale.Reduced => Math.Min(one.Places, 1),
                Scale.Usual => one.Places,
                _ => 3 * one.Places,
            };
            var tried = 0;
            var wrong = new List<string>();
            foreach (var by in (TimeSpan[])[Jump, -Jump])
            {
                for (var place = 1; place <= places; place++)
                {
                    cancel.ThrowIfCancellationRequested();
                    using var bench = new ClockBench(one.IsLenient);
                    await one.TryAsync(bench, by, place);
                    tried++;
                    wrong.AddRange(
                        bench.Wrong.Select(what =>
                            string.Create(CultureInfo.InvariantCulture, $"{by.TotalHours:+0;-0} h at {place}: {what}")
                        )
                    );
                }
            }
            var note = wrong.Count == 0 ? "jumps of +1 h and -1 h" : string.Join(" / ", wrong.Take(MostTold));
            yield return new Outcome(one.Name, tried, wrong.Count, note.ReplaceLineEndings(" "));
        }
    }
}
