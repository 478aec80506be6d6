using System.Text;
using Exchange.Desk;
using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Desk;

public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Journal _journal;

    public JournalTests() => _journal = NewJournal();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_journal_that_is_not_there_yet_is_empty_and_reading_makes_nothing()
    {
        Assert.Empty((await _journal.ReadAsync(Cancel)).Attempts);
        Assert.False(Directory.Exists(_folder["state"]));
    }

    [Fact]
    public async Task An_intent_alone_reads_as_unknown()
    {
        await WriteAsync("a");

        var attempt = Assert.Single((await _journal.ReadAsync(Cancel)).Attempts);
        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Equal("no answer was recorded", attempt.Reason);
        Assert.Null(attempt.SettledAt);
        Assert.Equal("pair=btc_twd amount=0.5", attempt.Summary);
    }

    [Fact]
    public async Task The_last_outcome_counts_and_a_reference_is_not_forgotten()
    {
        await WriteAsync("a");
        await _journal.WriteAsync([Attempts.Accepted("a", "order-1")], Cancel);
        await _journal.WriteAsync([new AttemptOutcome("a", Attempts.Start, AttemptState.Unknown, null, "why")], Cancel);

        var attempt = Assert.Single((await _journal.ReadAsync(Cancel)).Attempts);
        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Equal("order-1", attempt.Reference);
        Assert.Equal("why", attempt.Reason);
    }

    [Fact]
    public async Task Attempts_come_in_the_order_of_their_intents()
    {
        await WriteAsync("b");
        await WriteAsync("a");
        await _journal.WriteAsync([Attempts.Accepted("b", "1")], Cancel);

        Assert.Equal(
            "b a",
            string.Join(' ', (await _journal.ReadAsync(Cancel)).Attempts.Select(known => known.AttemptId))
        );
    }

    [Fact]
    public async Task A_line_that_a_crash_tore_is_reported_and_the_next_line_stays_whole()
    {
        await WriteAsync("a");
        await WriteAsync("b");
        using (var file = File.OpenWrite(_journal.Path))
        {
            file.SetLength(file.Length - 20);
        }
        Assert.Equal([2], (await _journal.ReadAsync(Cancel)).CorruptLines);

        await WriteAsync("c");

        var content = await _journal.ReadAsync(Cancel);
        Assert.Equal([2], content.CorruptLines);
        Assert.Equal("a c", string.Join(' ', content.Attempts.Select(known => known.AttemptId)));
    }

    [Fact]
    public async Task Corrupt_lines_are_skipped_named_by_their_number_and_never_removed()
    {
        await WriteAsync("a");
        await WriteAsync("b");
        await WriteAsync("c");
        var lines = await File.ReadAllLinesAsync(_journal.Path, Cancel);
        lines[1] = lines[1].Replace("0.5", "5.0", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            _journal.Path,
            string.Join('\n', [lines[0], "garbage", lines[1], lines[2], ""]),
            Cancel
        );
        var before = await File.ReadAllBytesAsync(_journal.Path, Cancel);

        var content = await _journal.ReadAsync(Cancel);

        Assert.Equal([2, 3], content.CorruptLines);
        Assert.Equal("a c", string.Join(' ', content.Attempts.Select(known => known.AttemptId)));
        await _journal.WriteAsync([Attempts.Accepted("c", "1")], Cancel);
        Assert.Equal(before, (await File.ReadAllBytesAsync(_journal.Path, Cancel))[..before.Length]);
    }

    [Fact]
    public async Task An_outcome_whose_intent_is_lost_is_reported_as_corrupt()
    {
        await WriteAsync("a");
        await _journal.WriteAsync([Attempts.Accepted("nobody", "1")], Cancel);

        Assert.Equal([2], (await _journal.ReadAsync(Cancel)).CorruptLines);
    }

    [Fact]
    public async Task A_line_longer_than_the_readers_buffer_is_read()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = new string('x', 700_000) };
        await _journal.WriteAsync([Attempts.Intent("long") with { Facts = facts }], true, Cancel);
        await WriteAsync("short");

        var content = await _journal.ReadAsync(Cancel);

        Assert.Equal(2, content.Attempts.Count);
        Assert.Empty(content.CorruptLines);
        await Caught.ErrorAsync("Exchange.AttemptExists", () => WriteAsync("long"));
    }

    [Fact]
    public async Task Several_intents_are_written_all_or_none()
    {
        await WriteAsync("b");

        await Caught.ErrorAsync(
            "Exchange.AttemptExists",
            () => _journal.WriteAsync([Attempts.Intent("a"), Attempts.Intent("b")], false, Cancel)
        );

        Assert.Single((await _journal.ReadAsync(Cancel)).Attempts);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with\"quote")]
    [InlineData("back\\slash")]
    [InlineData("<&'+>")]
    public async Task An_id_is_refused_the_second_time(string id)
    {
        await WriteAsync(id);

        var error = await Caught.ErrorAsync("Exchange.AttemptExists", () => WriteAsync(id));

        Assert.Equal(ErrorKind.Refused, error.Kind);
        Assert.Equal(id, error.AttemptId);
        await WriteAsync(id + "2");
        await WriteAsync("x" + id);
    }

    [Fact]
    public async Task An_id_is_refused_the_second_time_even_when_its_line_was_changed()
    {
        await WriteAsync("a");
        var text = await File.ReadAllTextAsync(_journal.Path, Cancel);
        await File.WriteAllTextAsync(_journal.Path, text.Replace("0.5", "5.0", StringComparison.Ordinal), Cancel);

        await Caught.ErrorAsync("Exchange.AttemptExists", () => WriteAsync("a"));
    }

    [Fact]
    public async Task One_call_cannot_use_an_id_twice()
    {
        await Caught.ErrorAsync(
            "Exchange.AttemptExists",
            () => _journal.WriteAsync([Attempts.Intent("a"), Attempts.Intent("a")], false, Cancel)
        );

        Assert.Empty((await _journal.ReadAsync(Cancel)).Attempts);
    }

    [Fact]
    public async Task Many_writers_lose_nothing_and_readers_see_whole_lines_meanwhile()
    {
        var writers = Enumerable
            .Range(0, 8)
            .Select(async w =>
            {
                var journal = NewJournal();
                for (var i = 0; i < 25; i++)
                {
                    await journal.WriteAsync([Attempts.Intent($"{w}-{i}")], false, Cancel);
                    await journal.WriteAsync([Attempts.Accepted($"{w}-{i}", "x")], Cancel);
                }
            })
            .ToList();
        var all = Task.WhenAll(writers);
        while (!all.IsCompleted)
        {
            Assert.Empty((await NewJournal().ReadAsync(Cancel)).CorruptLines);
        }
        await all;

        var content = await _journal.ReadAsync(Cancel);
        Assert.Equal(200, content.Attempts.Count);
        Assert.All(content.Attempts, attempt => Assert.Equal(AttemptState.Accepted, attempt.State));
    }

    [Fact]
    public async Task The_same_id_from_many_writers_is_written_once()
    {
        var tries = Enumerable
            .Range(0, 16)
            .Select(async _ =>
            {
                try
                {
                    await NewJournal().WriteAsync([Attempts.Intent("same")], false, Cancel);
                    return 1;
                }
                catch (ExchangeException refused) when (refused.ErrorId == "Exchange.AttemptExists")
                {
                    return 0;
                }
            });

        Assert.Equal(1, (await Task.WhenAll(tries)).Sum());
    }

    [Fact]
    public async Task Several_processes_share_one_journal()
    {
        using var one = await ChildProcess.StartAsync("write-attempts", _folder["state"], "one", "20");
        using var two = await ChildProcess.StartAsync("write-attempts", _folder["state"], "two", "20");
        one.Go();
        two.Go();
        for (var i = 0; i < 20; i++)
        {
            await WriteAsync($"mine-{i}");
        }

        Assert.Equal(0, await one.EndAsync());
        Assert.Equal(0, await two.EndAsync());
        var content = await _journal.ReadAsync(Cancel);
        Assert.Empty(content.CorruptLines);
        Assert.Equal(60, content.Attempts.Count);
        Assert.Equal(40, content.Attempts.Count(known => known.State == AttemptState.Accepted));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_an_error_of_storage()
    {
        Directory.CreateDirectory(_journal.Path);

        var error = await Caught.ErrorAsync("Exchange.StorageUnavailable", () => WriteAsync("a"));

        Assert.Equal(ErrorKind.Storage, error.Kind);
        Assert.StartsWith("Nothing was sent.", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_folder_that_is_a_file_is_an_error_of_storage()
    {
        await File.WriteAllTextAsync(_folder["state"], "", Cancel);

        await Caught.ErrorAsync("Exchange.StorageUnavailable", () => WriteAsync("a"));
    }

    [Fact]
    public async Task The_journal_and_its_folder_are_their_owners_alone()
    {
        await WriteAsync("a");

        Assert.Equal(Modes.OwnerFile, Modes.Of(_journal.Path));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(_folder["state"]));
    }

    private Task WriteAsync(string id) => _journal.WriteAsync([Attempts.Intent(id)], idsAreFresh: false, Cancel);

    private Journal NewJournal() => new(new StateFolder(_folder["state"]));
}
