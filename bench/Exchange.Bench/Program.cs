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
    case ["bare-rates", var address, var sequential, var concurrent, var inFlight]:
        await BareReads.RatesAsync(new Uri(address), Int(sequential), Int(concurrent), Int(inFlight));
        return 0;
    case ["in-flight", var address, var count]:
        await OwnReads.InFlightAsync(new Uri(address), Int(count));
        return 0;
    case ["history", var address, var first]:
        await OwnHistory.WalkAsync(new Uri(address), Int(first));
        return 0;
    case ["pages", var address, var size, .. var counts]:
        await OwnHistory.PagesAsync(new Uri(address), Int(size), counts.Select(Int));
        return 0;
    default:
        Console.Error.WriteLine(
            "all <root> [--short] | rates <address> <n> <n> <n> | bare-rates <address> <n> <n> <n> | in-flight <address> <n> | history <address> <n> | pages <address> <size> <n>..."
        );
        return 2;
}

static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
