using System.Collections;
using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Guard;

namespace Exchange.Cmdlets.Tests.Guard;

/// <summary>The session cmdlets: values in and out, or one file.</summary>
public sealed class SessionCmdletTests : IDisposable
{
    private readonly CmdletHarness _harness = new();

    private string Path => System.IO.Path.Combine(_harness.Home, "session.json");

    [Theory]
    [InlineData("Stop-TradeSession -WhatIf")]
    [InlineData("Resume-TradeSession")]
    public async Task A_file_that_is_not_there_leaves_no_lock_behind(string line)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(_harness.Home, "sessions"));

        (await _harness.RunAsync($"{line} -Path '{System.IO.Path.Combine(folder.FullName, "mistyped")}'")).Failed(
            "TradeSession.FileMissing"
        );

        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("-MaxSteps 3", "-MaxSteps 0")]
    [InlineData("-MaxSingleOrderQuote 12000", "-MaxSingleOrderQuote 30001")]
    [InlineData("-MaxDailyLossQuote 500", "-MaxDailyLossQuote -1")]
    [InlineData("2026-06-01", "2026-01-01")]
    [InlineData("-Pair btc_twd", "-TimeoutAction SELL_ALL")]
    [InlineData("-Pair btc_twd", "-QuoteCurrency EUR")]
    public async Task A_draft_that_breaks_a_rule_is_not_made(string part, string instead) =>
        (await _harness.RunAsync(SessionOrders.New.Replace(part, instead, StringComparison.Ordinal))).Failed(
            "TradeSession.Invalid"
        );

    [Fact]
    public async Task An_approval_asks_and_shows_the_whole_session()
    {
        _harness.Answer("N");
        Assert.Empty((await _harness.RunAsync($"{SessionOrders.New} | Approve-TradeSession")).Output);

        var shown = string.Concat(_harness.Shown);
        Assert.All(
            (string[])["s-1", "30000 TWD", "12000 TWD", "500 TWD", "HALT_NO_NEW"],
            part => Assert.Contains(part, shown, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_opt_in_is_recorded_and_must_be_to_the_sessions_own_action()
    {
        var draft = $"{SessionOrders.New} -TimeoutAction CLOSE_ALL | Approve-TradeSession -Confirm:$false";

        Assert.Equal(
            "CLOSE_ALL",
            (await _harness.RunAsync($"{draft} -OptInCloseAll")).DoneWithOne<TradeSession>().Policy.OptedInAction
        );
        Assert.Null((await _harness.RunAsync(draft)).DoneWithOne<TradeSession>().Policy.OptedInAction);
        (await _harness.RunAsync($"{draft} -OptInResumeLastApproved")).Failed("TradeSession.OptInMismatch");
    }

    [Fact]
    public async Task A_file_holds_a_session_through_its_life()
    {
        Directory.CreateDirectory(_harness.Home);
        (await _harness.RunAsync($"{SessionOrders.New} -Path '{Path}'")).Done();
        (await _harness.RunAsync($"{SessionOrders.New} -Path '{Path}'")).Failed("TradeSession.FileExists");
        (await _harness.RunAsync($"Approve-TradeSession -Path '{Path}' -Confirm:$false")).Done();
        (await _harness.RunAsync($"Suspend-TradeSession -Path '{Path}'")).Done();
        (await _harness.RunAsync($"Resume-TradeSession -Path '{Path}' -Confirm:$false")).Done();
        Assert.Equal("approved", Read().Status);

        (
            await _harness.RunAsync(
                $"{SessionOrders.Step} -TradeSession '{Read().ToJson()}' | Update-TradeSession -Path '{Path}'"
            )
        ).Done();
        Assert.Equal(("running", 1m), (Read().Status, Read().RiskState.CurrentStep));

        (await _harness.RunAsync($"Stop-TradeSession -Path '{Path}'")).Done();
        (await _harness.RunAsync($"Resume-TradeSession -Path '{Path}' -Confirm:$false")).Failed(
            "TradeSession.NotAllowed"
        );
        Assert.Equal("stopped", Read().Status);
    }

    [Fact]
    public async Task A_step_that_failed_advances_nothing()
    {
        var session = await _harness.ApprovedAsync();

        var same = (
            await _harness.RunAsync($"Update-TradeSession '{session.ToJson()}'", [null])
        ).DoneWithOne<TradeSession>();

        Assert.Equal(session.ToJson(), same.ToJson());
    }

    [Fact]
    public async Task A_session_can_be_a_hashtable_or_a_custom_object_and_keeps_what_is_not_known()
    {
        var table = new Hashtable
        {
            ["status"] = "running",
            ["mine"] = 1.50m,
            ["nan"] = double.NaN,
            ["list"] = (object[])[1, null!],
        };
        var bag = new PSObject();
        bag.Properties.Add(new PSNoteProperty("status", "running"));
        bag.Properties.Add(new PSNoteProperty("mine", new Hashtable { ["a"] = true }));

        var fromTable = (await _harness.RunAsync("Suspend-TradeSession", table)).DoneWithOne<TradeSession>();
        var fromBag = (await _harness.RunAsync("Suspend-TradeSession", bag)).DoneWithOne<TradeSession>();

        Assert.All(
            (string[])["\"mine\":1.50", "\"nan\":\"NaN\"", "\"list\":[1,null]", "\"paused\""],
            part => Assert.Contains(part, fromTable.ToJson(), StringComparison.Ordinal)
        );
        Assert.Equal("""{"status":"paused","mine":{"a":true}}""", fromBag.ToJson());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    public async Task What_is_no_session_is_refused(string text) =>
        (await _harness.RunAsync($"Suspend-TradeSession '{text}'")).Refused("ParameterArgumentTransformationError");

    private TradeSession Read() => TradeSession.Parse(File.ReadAllText(Path));
}
