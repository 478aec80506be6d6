using System.Globalization;
using Exchange.Bench;
using Exchange.Bench.Processes;

switch (args)
{
    case ["all", var root, .. var options]:
        return await Campaign.RunAsync(new Places(root), isShort: options.Contains("--short"));
    case ["rates", var address, var sequential, var concurrent, var inFlight]:
        await OwnReads.RatesAsync(new Uri(address), Int(sequential), Int(concurrent), Int(inFlight));
        return 0;
    case ["in-flight", var address, var count]:
        await OwnReads.InFlightAsync(new Uri(address), Int(count));
        return 0;
    case ["history", var address]:
        await OwnReads.HistoryAsync(new Uri(address), null);
        return 0;
    case ["history", var address, var first]:
        await OwnReads.HistoryAsync(new Uri(address), Int(first));
        return 0;
    default:
        Console.Error.WriteLine(
            "all <root> [--short] | rates <address> <n> <n> <n> | in-flight <address> <n> | history <address>"
        );
        return 2;
}

static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
