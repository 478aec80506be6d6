using System.Diagnostics;
using Exchange.PowerShell;
using Exchange.Testing;

namespace Exchange.Cmdlets.Tests.Completion;

/// <summary>The first Tab has nothing kept, and finds everything cold: it waits longer than a later one, but never long.</summary>
public sealed class FirstTabTests
{
    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(900);

    [Fact]
    public async Task Only_the_first_question_for_a_list_is_waited_for_longer()
    {
        var never = new TaskCompletionSource();
        var fetches = new BackgroundFetch(new ManualClock());

        Assert.InRange(Asked(), Brief, TimeSpan.FromSeconds(2));
        Assert.InRange(Asked(), TimeSpan.Zero, Brief);

        never.SetResult();
        await never.Task;

        TimeSpan Asked()
        {
            var watch = Stopwatch.StartNew();
            fetches.AwaitBriefly("pairs", _ => never.Task);
            return watch.Elapsed;
        }
    }
}
