using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Arguments;

/// <summary>What the Tab key offers: quickly, and never an error.</summary>
public sealed class CompleterTests : IDisposable
{
    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    private readonly CmdletHarness _session = new();

    public static TheoryData<string> EveryCompleter =>
        [
            .. Cmdlets
                .Cmdlets.SelectMany(cmdlet => cmdlet.Type.GetProperties())
                .SelectMany(property => property.GetCustomAttributes<ArgumentCompleterAttribute>())
                .Select(attribute => attribute.Type.FullName!)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(EveryCompleter))]
    public void With_nothing_at_hand_it_is_quick_and_silent(string completer)
    {
        _session.Environment["EXCHANGE_HOME"] = "/dev/null/no-folder";
        _session.Environment["EXCHANGE_SIMULATOR"] = "nonsense";
        Complete(completer, "");
        var watch = Stopwatch.StartNew();

        foreach (var word in (string[])["", "b", "'", "\"", "$(", "*", "\0", new string('x', 10_000)])
        {
            Complete(completer, word);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Pairs_that_are_known_are_offered_without_asking_again()
    {
        (await _session.RunAsync("Get-BitoProTradingPair")).Done();

        Assert.Equal(["btc_twd", "btc_usdt"], Complete(typeof(PairCompleter).FullName!, "BTC").Order());
        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task Attempts_are_the_latest_of_the_journal()
    {
        foreach (var id in (string[])["a-1", "a-2", "b-1"])
        {
            var line = $"Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -AttemptId {id} -Confirm:$false";
            (await _session.RunAsync(line)).Done();
        }

        Assert.Equal(["a-2", "a-1"], Complete(typeof(AttemptCompleter).FullName!, "a"));
    }

    [Theory]
    [InlineData(typeof(ConditionCompleter), "", "'>=' '<='")]
    [InlineData(typeof(ConditionCompleter), "'<", "'<='")]
    [InlineData(typeof(ResolutionCompleter), "1m", "1m 1M")]
    [InlineData(typeof(StatusKindCompleter), "o", "OPEN")]
    [InlineData(typeof(BookLimitCompleter), "5", "5 50")]
    [InlineData(typeof(FaultCompleter), "drop", "DropBefore=0.1 DropAfter=0.1")]
    public void Closed_lists_are_offered_as_they_must_be_typed(Type completer, string word, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Complete(completer.FullName!, word)));
    }

    public void Dispose()
    {
        ExchangeRuntime.Use(null);
        _session.Dispose();
    }

    private List<string> Complete(string completer, string word)
    {
        ExchangeRuntime.Use(_session.Runtime);
        var type = typeof(ExchangeCmdlet).Assembly.GetType(completer, throwOnError: true)!;
        var instance = (IArgumentCompleter)Activator.CreateInstance(type)!;
        return
        [
            .. instance
                .CompleteArgument("Get-BitoProTicker", "Pair", word, null!, new Hashtable())
                .Select(result => result.CompletionText),
        ];
    }
}
