using System.Text.Json.Nodes;
using Exchange.Desk;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>A new order from the yes to its receipt: what is sent, when, and how often (strategy.md 7).</summary>
public sealed class OrderSendingTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task Trader_Mode_is_activated_in_silence_and_the_same_bytes_are_sent_again()
    {
        _bench.Script("createOrder", StrategyBench.Refused(60018));

        var placed = await _bench.PlaceAsync();

        Assert.NotNull(placed.Receipt);
        Assert.Equal("Trader Mode activated.", Assert.Single(_bench.Told));
        var sent = _bench.To("createOrder");
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """{"accountId":"acc-7f21","timestamp":1778135507340,"expireTimestamp":1780727507340,"attestDocHex":"deadbeef00112233445566778899aabbccddeeff","sessionCert":"BASE64CERT","sessionSig":"UPMzhtAHjVJy8+PTP9aa+PGIXJFA7Jcu+YaNjZfDWnlB2/WXuF2UMOwHBJqkUFfztjtg+6c25bHiphKURkG+Aw=="}"""
                ),
                JsonNode.Parse(_bench.To("registerTeeInfo").Single().BodyText)
            )
        );
        Assert.Equal(AttemptState.Accepted, (await _bench.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData(60003)]
    [InlineData(100007)]
    public async Task What_the_contract_lets_repeat_is_repeated_once(int code)
    {
        _bench.Script(
            "createOrder",
            StrategyBench.Refused(code),
            StrategyBench.Refused(code),
            StrategyBench.Refused(code)
        );

        Assert.Equal($"Strategy.Backend.{code}", (await _bench.FailsAsync(() => _bench.PlaceAsync())).ErrorId);
        var sent = _bench.To("createOrder");
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Body, sent[1].Body);
    }

    [Fact]
    public async Task A_refused_lifetime_of_the_callers_own_is_named()
    {
        _bench.Script("createOrder", StrategyBench.Refused(100, "expireTime error"));

        var error = await _bench.FailsAsync(() =>
            _bench.PlaceAsync(StrategyBench.Ticket with { ExpiresInSeconds = 600 })
        );

        Assert.Equal("Strategy.Backend.100", error.ErrorId);
        Assert.Contains("600 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_built_signed_or_sent_before_the_answer_is_yes()
    {
        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;

        var done = await _bench.Desk.SubmitAsync(
            _bench.Client.Place(draft, null),
            (_, _) => Task.FromResult(false),
            StrategyBench.Cancel
        );

        Assert.Null(done);
        Assert.Empty(_bench.To("createOrder"));
        Assert.Empty((await _bench.Journal.ReadAsync(StrategyBench.Cancel)).Attempts);
    }

    [Fact]
    public async Task The_intent_is_dated_when_it_is_sent_not_when_it_was_shown()
    {
        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));

        await _bench.Desk.SubmitAsync(_bench.Client.Place(draft, null), StrategyBench.Yes, StrategyBench.Cancel);

        Assert.Contains(
            $"Timestamp: {Vectors.NowMs + 300_000}",
            _bench.To("createOrder").Single().BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_request_says_who_it_is()
    {
        await _bench.PlaceAsync();

        var create = _bench.To("createOrder").Single();
        Assert.Equal($"Bearer {StrategyBench.Jwt(Vectors.Now.AddHours(1), "access")}", create.Header("Authorization"));
        Assert.Equal("1", create.Header("X-Web3-Auth-Type"));
        Assert.Equal("agent-cli", create.Header("Ok-Access-Client-type"));
        Assert.Equal("application/json", create.Header("Content-Type"));
        var price = _bench.To("price").Single();
        Assert.StartsWith("Bearer ", price.Header("Authorization"), StringComparison.Ordinal);
        Assert.Null(price.Header("X-Web3-Auth-Type"));
    }

    [Fact]
    public async Task Clocks_that_differ_by_more_than_a_minute_are_warned_of()
    {
        _bench.Script("price", Answer.Json("[]", 200, "Date: Thu, 07 May 2026 06:35:00 GMT"));

        await _bench.FailsAsync(() => _bench.PlaceAsync());

        Assert.Contains("clock", Assert.Single(_bench.Warnings), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
