using Exchange.Simulator.Okx;
using Exchange.Simulator.Okx.Signing;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>The worked vectors of okx-account.md 8.1, sent as they are printed.</summary>
public sealed class SignatureTests
{
    private const string B2 =
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"60000.5","sz":"0.001"}""";

    private const string B5 = """{"instId":"BTC-USDT","tag":"测试"}""";

    private static readonly OkxSimulatorKey Key = new(
        "3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d",
        "9D1C0F2B7E4A4C6FA3B85D6E7F809A1B",
        """Str0ng#Pass"phrase'1"""
    );

    // vector, timestamp, method, path, body, signature, code of an answer that came past the check
    public static TheoryData<string, string, string, string, string?, string, string> Printed =>
        new()
        {
            {
                "V1",
                "2026-04-11T20:30:00.000Z",
                "GET",
                "/api/v5/account/balance?ccy=BTC",
                null,
                "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo=",
                "0"
            },
            {
                "V2",
                "2026-04-11T20:30:01.007Z",
                "POST",
                "/api/v5/trade/order",
                B2,
                "51wXx5K3/uwm3mgm5bXiZvOdSrHMjQSnYS072gqV1nI=",
                "0"
            },
            {
                "V3",
                "2026-04-11T20:30:02.120Z",
                "GET",
                "/api/v5/account/balance?ccy=BTC%2CETH",
                null,
                "D6mucLt+ViUWHfonCpG5eZOgNtBdLl4P8lYZS5Qet78=",
                "0"
            },
            {
                "V4",
                "2026-04-11T20:30:03.999Z",
                "POST",
                "/api/v5/account/set-position-mode",
                "{}",
                "7F2GjXKyUUpjgFH8WPHZSRVVyJCFsIcZzYEcq8oPSD0=",
                "50014"
            },
            {
                "V5",
                "2026-04-11T20:30:04.050Z",
                "POST",
                "/api/v5/trade/order",
                B5,
                "YTA0G8kzrSGhvx877U+lmpP1TxwHlesdYExm/YxqsgE=",
                "1"
            },
            {
                "V6",
                "2026-04-11T20:30:05.000Z",
                "GET",
                "/api/v5/account/config",
                null,
                "MrdjUXvsim3JqLi4fV3cJvNUO1SbRqYRqWVL8bHsVto=",
                "0"
            },
        };

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task A_printed_vector_is_accepted(
        string vector,
        string time,
        string method,
        string path,
        string? body,
        string signature,
        string code
    )
    {
        await using var simulator = Open();
        using var client = new OkxClient(simulator) { Key = Key };

        var answer = await client.Send(client.Signed(new(method), path, body, time, signature));

        Assert.True(answer.Code == code, $"{vector}: {answer.Text}");
        Assert.Equal("rehearsal", simulator.Requests.Last[^1].Account);
    }

    [Theory]
    [InlineData(
        "2026-04-11T20:30:02.120Z",
        "/api/v5/account/balance?ccy=BTC,ETH",
        "D6mucLt+ViUWHfonCpG5eZOgNtBdLl4P8lYZS5Qet78=",
        "50113"
    )]
    [InlineData(
        "2026-04-11T20:30:00.0Z",
        "/api/v5/account/balance?ccy=BTC",
        "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo=",
        "50112"
    )]
    [InlineData(
        "2026-04-11T20:30:00.001Z",
        "/api/v5/account/balance?ccy=BTC",
        "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo=",
        "50113"
    )]
    [InlineData(
        "2026-04-11T20:30:00.000Z",
        "/api/v5/account/balance?ccy=ETH",
        "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo=",
        "50113"
    )]
    [InlineData(
        "2026-04-11T20:30:00.000Z",
        "/api/v5/account/balance?ccy=BTC",
        "BPWBKS5OHVLUTBWSHD5EOAJ7QQ4TM2MWC/+GD1PE3UO=",
        "50113"
    )]
    public async Task A_vector_that_was_tampered_with_is_refused(
        string time,
        string path,
        string signature,
        string code
    )
    {
        await using var simulator = Open();
        using var client = new OkxClient(simulator) { Key = Key };

        var answer = await client.Send(client.Signed(HttpMethod.Get, path, null, time, signature));

        Assert.Equal((401, code), (answer.Status, answer.Code));
        Assert.Null(simulator.Requests.Last[^1].Account);
    }

    [Fact]
    public void The_other_form_of_a_timestamp_has_another_signature()
    {
        Assert.False(
            OkxSignature.IsValid(
                "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo=",
                Key.Secret,
                "2026-04-11T20:30:00.0Z",
                "GET",
                "/api/v5/account/balance?ccy=BTC",
                []
            )
        );
        Assert.Null(OkxSignature.Milliseconds("2026-04-11T20:30:00.0Z"));
        Assert.Null(OkxSignature.Milliseconds("2026-04-11T20:30:00.000Z\n"));
    }

    [Theory]
    [InlineData("/okx/api/v5/account/balance", "ccy=BTC", "/api/v5/account/balance?ccy=BTC")]
    [InlineData("/api/v5/account/balance", "", "/api/v5/account/balance")]
    public void A_prefix_of_the_path_is_not_signed(string path, string query, string signed) =>
        Assert.Equal(signed, OkxSignature.SignedPath(path, query));

    private static ExchangeSimulator Open() =>
        ExchangeSimulator.Start(
            Venue.Options with
            {
                Start = new DateTimeOffset(2026, 4, 11, 20, 30, 0, TimeSpan.Zero),
                Okx = new() { Live = Key },
            }
        );
}
