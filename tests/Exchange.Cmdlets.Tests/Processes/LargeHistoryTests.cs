using System.Globalization;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>A history streams: a hundred times as many orders do not need more memory to speak of.</summary>
[Collection(nameof(Alone))]
public sealed class LargeHistoryTests
{
    private const long Allowance = 64 * 1024 * 1024;

    [Fact]
    public async Task A_hundred_thousand_orders_take_hardly_more_memory_than_a_thousand()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the peak of a process is read from /proc");

        var few = await PeakAsync(1_000);
        var many = await PeakAsync(100_000);

        Assert.True(many - few < Allowance, $"{few / 1024} KiB for 1,000 orders, {many / 1024} KiB for 100,000.");
    }

    private static async Task<long> PeakAsync(int orders)
    {
        using var shell = new ProcessHarness(new SimulatorOptions { HistoryOrders = orders, RateLimits = false });
        using var process = shell.Start("Get-BitoProOrder btc_twd");
        var peak = 0L;
        await Until.TrueAsync(
            () =>
            {
                peak = Math.Max(peak, PeakOf(process));
                return process.HasExited;
            },
            "the history has been listed"
        );
        var end = await process.EndAsync();
        Assert.Equal(0, end.ExitCode);
        Assert.Equal(orders, end.Lines.Count);
        return peak;
    }

    private static long PeakOf(ExchangeProcess process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kibibytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1];
            return kibibytes is null ? 0 : long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
