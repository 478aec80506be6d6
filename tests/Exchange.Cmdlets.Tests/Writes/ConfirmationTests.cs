using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;

namespace Exchange.Cmdlets.Tests.Writes;

/// <summary>The third step of the write corridor: who is asked, what is shown, and what a no means.</summary>
public sealed class ConfirmationTests : IDisposable
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000";

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task What_if_shows_the_draft_and_sends_and_writes_nothing()
    {
        var run = await _session.RunAsync($"{Order} -WhatIf");

        run.Done();
        Assert.Empty(run.Output);
        Assert.StartsWith("What if: ", run.HostText, StringComparison.Ordinal);
        AssertIsWholeDraft(run.HostText);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task What_if_of_a_cancellation_sends_and_writes_nothing()
    {
        (await _session.RunAsync("Stop-BitoProOrder btc_twd 5550001112 -WhatIf")).Done();

        await AssertNothingHappenedAsync();
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_pipeline_can_be_rehearsed_with_what_if()
    {
        (await _session.RunAsync($"{Order} -Confirm:$false")).Done();

        var run = await _session.RunAsync("Get-BitoProOrder -Open | Stop-BitoProOrder -WhatIf");

        Assert.Contains("Cancel order: ", run.HostText, StringComparison.Ordinal);
        Assert.Single(_session.Writes);
        Assert.Single(await _session.AttemptsAsync());
    }

    [Fact]
    public async Task A_yes_on_the_terminal_sends_and_the_question_shows_the_whole_draft()
    {
        _session.Answer("Y");

        (await _session.RunAsync(Order)).DoneWithOne<BitoProOrderReceipt>();

        AssertIsWholeDraft(string.Concat(_session.Shown));
        Assert.Single(_session.Writes);
    }

    [Theory]
    [InlineData("N")]
    [InlineData("L")]
    public async Task A_no_sends_and_writes_nothing(string answer)
    {
        _session.Answer(answer);

        var run = await _session.RunAsync(Order);

        run.Done();
        Assert.Empty(run.Output);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Nothing_reaches_the_journal_before_the_yes()
    {
        _session.Answer("?", "what", "Y");

        (await _session.RunAsync(Order)).Done();

        Assert.Equal(AttemptState.Accepted, (await _session.OnlyAttemptAsync()).State);
        Assert.Equal(3, _session.Shown.Count(text => text.Contains("[Y] Yes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Yes_to_all_is_asked_once_for_the_whole_pipeline()
    {
        await PlaceAsync(3);
        _session.Answer("A");

        var run = await _session.RunAsync("Get-BitoProOrder -Open | Invoke-BitoProOrder -Amount 0.02");

        Assert.Equal(3, run.Done<BitoProOrderReceipt>().Count);
        Assert.Single(_session.Shown, text => text.Contains("[Y] Yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_to_one_of_several_leaves_that_one_alone()
    {
        await PlaceAsync(3);
        _session.Answer("Y", "N", "Y");

        var run = await _session.RunAsync("Get-BitoProOrder -Open | Invoke-BitoProOrder -Amount 0.02");

        Assert.Equal([1_000_002m, 1_000_000m], run.Done<BitoProOrderReceipt>().Select(receipt => receipt.Price!.Value));
    }

    [Fact]
    public async Task No_to_all_ends_the_questions_and_sends_nothing_more()
    {
        await PlaceAsync(3);
        _session.Answer("Y", "L");

        var run = await _session.RunAsync("Get-BitoProOrder -Open | Invoke-BitoProOrder -Amount 0.02");

        Assert.Single(run.Done<BitoProOrderReceipt>());
    }

    [Fact]
    public async Task Several_cancellations_are_one_question_that_shows_every_order()
    {
        await PlaceAsync(3);
        _session.Answer("Y");

        var run = await _session.RunAsync("Get-BitoProOrder -Open | Stop-BitoProOrder");

        var shown = string.Concat(_session.Shown);
        Assert.Equal(3, run.Done<BitoProCancellation>().Count);
        Assert.All(run.OutputOf<BitoProCancellation>(), order => Assert.Contains(order.OrderId, shown));
    }

    [Theory]
    [InlineData(Order)]
    [InlineData("Stop-BitoProOrder btc_twd 5550001112")]
    public async Task Row_37_without_a_terminal_the_draft_comes_with_the_error_and_nothing_is_sent(string line)
    {
        var run = await _session.RunAsync(line);

        var error = run.Failed("BitoPro.ConfirmationRequired");
        var draft = Assert.IsAssignableFrom<IDraft>(run.OnlyError().TargetObject);
        Assert.Equal(ErrorKind.ConfirmationRequired, error.Kind);
        Assert.Contains(DraftText.Of(draft), error.Message, StringComparison.Ordinal);
        Assert.Contains("-Confirm:$false", error.Remedy, StringComparison.Ordinal);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_terminal_that_ends_before_it_answers_is_not_a_yes()
    {
        _session.Answer("?");

        (await _session.RunAsync(Order)).Failed("BitoPro.ConfirmationRequired");

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Confirm_false_sends_without_a_question()
    {
        _session.Answer("N");

        (await _session.RunAsync($"{Order} -Confirm:$false")).DoneWithOne<BitoProOrderReceipt>();

        Assert.Empty(_session.Shown);
    }

    [Fact]
    public async Task What_if_wins_over_confirm_false()
    {
        (await _session.RunAsync($"{Order} -Confirm:$false -WhatIf")).Done();

        await AssertNothingHappenedAsync();
    }

    public void Dispose() => _session.Dispose();

    private async Task PlaceAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            (
                await _session.RunAsync($"Invoke-BitoProOrder btc_twd Buy Limit 0.01 {1_000_000 + i} -Confirm:$false")
            ).Done();
        }
    }

    private async Task AssertNothingHappenedAsync()
    {
        Assert.Empty(_session.Writes);
        Assert.Empty(await _session.AttemptsAsync());
    }

    // bitopro.md section 5: draft contents, order.
    private void AssertIsWholeDraft(string text) =>
        Assert.All(
            (string[])
                [
                    "BUY 0.01 btc",
                    "Pair: btc_twd",
                    "Side: BUY",
                    "Type: LIMIT",
                    "Amount: 0.01 btc (base)",
                    "Price: 1000000 twd",
                    "Time in force: GTC",
                    "Estimated value: 10000 TWD",
                    "Estimated fee (rank 0): 10 - 20 TWD",
                    "clientId: 2147483647",
                    $"Sent to: {_session.Simulator.BitoProAddress}",
                ],
            line => Assert.Contains(line, text, StringComparison.Ordinal)
        );
}
