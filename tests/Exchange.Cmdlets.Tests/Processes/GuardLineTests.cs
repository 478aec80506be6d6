using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>The guard for other programs: JSON lines in, decisions out, whatever stands in a line.</summary>
public sealed class GuardLineTests : IDisposable
{
    private readonly ProcessHarness _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task No_line_ends_the_run_for_those_behind_it()
    {
        string[] lines =
        [
            """{"text":"bypass \ud800"}""",
            """{"text":"buy 1 btc","TEXT":"bypass"}""",
            "this is no JSON",
            """{"kind":"later"}""",
            """{"session":{"status":"running","policy":{"max_steps":1E0,"max_steps":"2"}},"pendingStep":{"size_quote":1}}""",
            "",
            """[{"text":"run a grid"},{"text":"buy btc"}]""",
            """{"environment":{"BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE":"x"}}""",
            $$"""{"text":"{{new string('a', 1 << 20)}} bypass"}""",
            "7",
            "{}",
        ];

        var end = await _shell.RunAsync("Test-TradeGuard -", string.Join('\n', lines));

        Assert.Equal(["1", "9", "3b", "5", "7", "1", "6", "6"], end.Lines.Select(line => Member(line, "row")));
        Assert.Equal(
            ["TradeGuard.InvalidRequest", "TradeGuard.InvalidKind", "BitoPro.CapInvalid"],
            end.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("error").GetProperty("id").GetString())
        );
        Assert.Equal(2, end.ExitCode);
    }

    private static string? Member(string line, string name) =>
        JsonDocument.Parse(line).RootElement.GetProperty(name).GetString();
}
