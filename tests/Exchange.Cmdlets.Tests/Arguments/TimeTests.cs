using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Arguments;

/// <summary>How moments are written, in every cmdlet that takes one.</summary>
public sealed class TimeTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Theory]
    [InlineData("2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T08:00:00+08:00")]
    [InlineData("'2026-03-01 00:00:00Z'")]
    public async Task A_moment_is_written_in_iso_8601(string time)
    {
        (await _session.RunAsync($"Get-BitoProOrder btc_twd -Since {time}")).Done();

        Assert.Contains("startTimestamp=1772323200000&", _session.Requests[0].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitoProOrder btc_twd -Since {0}")]
    [InlineData("Get-BitoProOrder btc_twd -Until {0}")]
    [InlineData("Get-BitoProFill btc_twd -Since {0}")]
    [InlineData("Get-BitoProCandlestick btc_twd -From {0}")]
    [InlineData("Get-ExchangeAttempt -Since {0}")]
    public async Task A_bare_number_is_refused_for_it_could_be_seconds_or_milliseconds(string line)
    {
        foreach (var number in (string[])["1772323200", "1772323200000", "0", "1,772,323,200", "1.5"])
        {
            var run = await _session.RunAsync(line.Replace("{0}", number, StringComparison.Ordinal));

            var refused = run.Refused("ParameterArgumentTransformationError");
            Assert.Contains("BitoPro.SecondsExpected", refused.Message, StringComparison.Ordinal);
        }
        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01T00:00:00Z")]
    public async Task What_is_no_time_is_refused(string text)
    {
        (await _session.RunAsync($"Get-BitoProOrder btc_twd -Since {text}")).Refused(
            "ParameterArgumentTransformationError"
        );

        Assert.Empty(_session.Requests);
    }

    public void Dispose() => _session.Dispose();
}
