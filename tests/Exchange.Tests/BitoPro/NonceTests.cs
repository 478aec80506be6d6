using Exchange.BitoPro;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

public sealed class NonceTests
{
    [Fact]
    public void Nonces_of_many_threads_are_all_different_and_each_thread_sees_them_grow()
    {
        var nonces = new NonceSource(new ManualClock());
        var taken = new long[8][];

        Parallel.For(0, taken.Length, i => taken[i] = [.. Enumerable.Range(0, 2000).Select(_ => nonces.Next("key"))]);

        Assert.All(taken, mine => Assert.Equal(mine.Order(), mine));
        Assert.Equal(16_000, taken.SelectMany(mine => mine).Distinct().Count());
    }

    [Fact]
    public void A_nonce_is_the_time_in_milliseconds_when_that_is_later_than_the_last()
    {
        var clock = new ManualClock();
        var nonces = new NonceSource(clock);

        Assert.Equal(1_700_000_000_000, nonces.Next("key"));
        Assert.Equal(1_700_000_000_001, nonces.Next("key"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1_700_000_001_000, nonces.Next("key"));
    }

    [Fact]
    public void Each_key_has_nonces_of_its_own()
    {
        var nonces = new NonceSource(new ManualClock());

        Assert.Equal(nonces.Next("one"), nonces.Next("other"));
    }

    [Fact]
    public async Task Every_repeat_has_a_new_nonce_and_a_new_signature()
    {
        await using var bench = new BitoProBench(Answer.Empty(503), Answer.Close, Answer.Json("""{"data":[]}"""));

        await bench.PassTime(bench.Client.GetBalancesAsync(BitoProBench.Cancel));

        var requests = bench.Server.Requests;
        var nonces = requests.Select(request => request.Nonce).ToList();
        Assert.Equal(3, requests.Count);
        Assert.Equal(nonces.Distinct().Order(), nonces);
        Assert.Equal(
            3,
            requests.Select(request => request.Header("X-BITOPRO-SIGNATURE")).ToHashSet(StringComparer.Ordinal).Count
        );
    }

    [Fact]
    public async Task Concurrent_calls_never_share_a_nonce()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => bench.Client.GetBalancesAsync(BitoProBench.Cancel)));

        Assert.Equal(40, bench.Server.Requests.Select(request => request.Nonce).Distinct().Count());
    }
}
