using System.Diagnostics;
using System.Globalization;
using Exchange.Faults;
using Exchange.Faults.BadBytes;
using Exchange.Faults.Clocks;
using Exchange.Faults.Files;
using Exchange.Faults.Orders;
using Exchange.Faults.Secrets;
using Exchange.Faults.Servers;
using Exchange.Faults.SignIns;
using Exchange.Faults.Soak;

if (await Children.RunAsync(args))
{
    return 0;
}

var words = args.Where(word => !word.StartsWith('-')).ToList();
ICampaign[] campaigns =
[
    new OrderCampaign(words.ElementAtOrDefault(1)),
    new SignInCampaign(),
    new SharedFileCampaign(),
    new BadBytesCampaign(),
    new HostileServerCampaign(),
    new SecretCampaign(),
    new ClockCampaign(),
    new SoakCampaign(),
];
var scale =
    args.Contains("--long", StringComparer.Ordinal) ? Scale.Long
    : args.Contains("--reduced", StringComparer.Ordinal) ? Scale.Reduced
    : Scale.Usual;
var only = words.FirstOrDefault();
const string Without = "--without=";
var without = args.FirstOrDefault(word => word.StartsWith(Without, StringComparison.Ordinal))?[Without.Length..];
var (passed, failed, gaps) = (0, 0, 0);
foreach (
    var campaign in campaigns
        .Where(one => only is null || one.Name.Contains(only, StringComparison.OrdinalIgnoreCase))
        .Where(one => without is null || !one.Name.Contains(without, StringComparison.OrdinalIgnoreCase))
)
{
    Console.WriteLine($"\n## {campaign.Name}\n");
    Console.WriteLine("| What | Tried | Wrong | Seconds | Note |");
    Console.WriteLine("|---|---:|---:|---:|---|");
    var watch = Stopwatch.StartNew();
    await foreach (var row in campaign.RunAsync(scale, default))
    {
        _ =
            row.Wrong > 0 ? failed++
            : row.Tried > 0 ? passed++
            : gaps++;
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.What} | {row.Tried:N0} | {row.Wrong} | {seconds} | {row.Note} |"
            )
        );
        watch.Restart();
    }
}
Console.WriteLine($"\n{passed} passed, {failed} failed{(gaps == 0 ? "" : $", {gaps} not tried")}");
return failed == 0 && passed > 0 ? 0 : 1;
