using System.Diagnostics;
using System.Globalization;
using Exchange.Faults;
using Exchange.Faults.BadBytes;
using Exchange.Faults.Orders;
using Exchange.Faults.Secrets;
using Exchange.Faults.Servers;
using Exchange.Faults.Soak;

if (args is ["worker", var service, var from, var to])
{
    await Worker.RunAsync(
        OrderCampaign.Services.First(one => one.Name == service),
        int.Parse(from, CultureInfo.InvariantCulture),
        int.Parse(to, CultureInfo.InvariantCulture)
    );
    return 0;
}

// An input of the report, once more: the whole exception.
if (args is ["replay", var reader, var hex])
{
    Readers.All.First(one => one.Name == reader).Read(Convert.FromHexString(hex));
    return 0;
}

if (args is [TlsTrials.Word, var address, var home, var factor])
{
    await TlsTrials.RunChildAsync(address, home, int.Parse(factor, CultureInfo.InvariantCulture));
    return 0;
}

if (args is [SimulatorProcess.Word])
{
    SimulatorProcess.Run();
    return 0;
}

ICampaign[] campaigns =
[
    new OrderCampaign(),
    new BadBytesCampaign(),
    new HostileServerCampaign(),
    new SecretCampaign(),
    new SoakCampaign(),
];
var scale =
    args.Contains("--long", StringComparer.Ordinal) ? Scale.Long
    : args.Contains("--reduced", StringComparer.Ordinal) ? Scale.Reduced
    : Scale.Usual;
var only = args.FirstOrDefault(word => !word.StartsWith('-'));
var (passed, failed) = (0, 0);
foreach (
    var campaign in campaigns.Where(one => only is null || one.Name.Contains(only, StringComparison.OrdinalIgnoreCase))
)
{
    Console.WriteLine($"\n## {campaign.Name}\n");
    Console.WriteLine("| What | Tried | Wrong | Seconds | Note |");
    Console.WriteLine("|---|---:|---:|---:|---|");
    var watch = Stopwatch.StartNew();
    await foreach (var row in campaign.RunAsync(scale, default))
    {
        _ = row.Wrong == 0 ? passed++ : failed++;
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
Console.WriteLine($"\n{passed} passed, {failed} failed");
return failed == 0 && passed > 0 ? 0 : 1;
