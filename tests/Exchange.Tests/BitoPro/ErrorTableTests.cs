using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md 6.1 to 6.3: text first, status second.</summary>
public sealed class ErrorTableTests
{
    [Theory]
    [InlineData(400, "InvalidParameter", ErrorKind.Service)]
    [InlineData(401, "AuthenticationFailed", ErrorKind.Authentication)]
    [InlineData(403, "PermissionDenied", ErrorKind.Permission)]
    [InlineData(404, "NotFound", ErrorKind.NotFound)]
    [InlineData(408, "Timeout", ErrorKind.Timeout)]
    [InlineData(409, "Conflict", ErrorKind.Conflict)]
    [InlineData(422, "InvalidParameter", ErrorKind.Service)]
    [InlineData(429, "RateLimited", ErrorKind.RateLimited)]
    [InlineData(500, "ServerError", ErrorKind.Service)]
    [InlineData(502, "ServerError", ErrorKind.Service)]
    [InlineData(503, "ServerError", ErrorKind.Service)]
    [InlineData(418, "UnexpectedReply", ErrorKind.InvalidReply)]
    public async Task A_status_without_a_known_text_is_classified_by_itself(int status, string id, ErrorKind kind)
    {
        var error = await RefusedAsync(status, """{"error":"Something else"}""", $"BitoPro.{id}");

        Assert.Equal(kind, error.Kind);
        Assert.Equal("Something else", error.ServiceCode);
        Assert.Equal($"GET /accounts/balance was answered {status}: Something else.", error.Message);
    }

    [Theory]
    [InlineData("Invalid Signature", "AuthenticationFailed", ErrorKind.Authentication)]
    [InlineData("Invalid body", "InvalidBody", ErrorKind.Service)]
    [InlineData("Unsupported currency.", "UnsupportedCurrency", ErrorKind.NotFound)]
    [InlineData("Unsupported order type", "UnsupportedOrderType", ErrorKind.Service)]
    [InlineData("Address not in whitelist.", "AddressNotRegistered", ErrorKind.Service)]
    [InlineData("Invalid amount 1.123456789, decimal limit is 8.", "InvalidAmount", ErrorKind.Service)]
    [InlineData("Invalid amount", "InvalidAmount", ErrorKind.Service)]
    [InlineData("Balance for BTC not enough, only has 0, but ordered 1.", "InsufficientFunds", ErrorKind.Service)]
    [InlineData("Invalid price 1", "InvalidParameter", ErrorKind.Service)]
    [InlineData("Invalid anything", "InvalidParameter", ErrorKind.Service)]
    [InlineData("Wrong parameter: type", "InvalidParameter", ErrorKind.Service)]
    [InlineData("Invalid limit: 100", "InvalidParameter", ErrorKind.Service)]
    [InlineData("Invalid scale: 9", "InvalidParameter", ErrorKind.Service)]
    [InlineData("Unsupported trading pair abc_def.", "UnknownPair", ErrorKind.NotFound)]
    [InlineData("Cannot list price, please try again later", "PriceUnavailable", ErrorKind.NotFound)]
    public async Task A_known_text_wins_over_any_status(string text, string id, ErrorKind kind)
    {
        foreach (var status in new[] { 400, 401, 422 })
        {
            var error = await RefusedAsync(status, $$"""{"error":"{{text}}"}""", $"BitoPro.{id}");

            Assert.Equal(kind, error.Kind);
            Assert.Equal(text, error.ServiceCode);
            Assert.Equal(status, error.HttpStatus);
        }
    }

    [Fact]
    public async Task Texts_are_matched_with_their_case() =>
        await RefusedAsync(422, """{"error":"invalid signature"}""", "BitoPro.InvalidParameter");

    [Theory]
    [InlineData("""{"error":"one","message":"two"}""", "one")]
    [InlineData("""{"message":"404 NOT FOUND"}""", "404 NOT FOUND")]
    [InlineData("""{"error":{"code":7}}""", """{"error":{"code":7}}""")]
    [InlineData("""{"code":7,"error":"one"}""", "one")]
    [InlineData("  plain words \r\n", "plain words")]
    [InlineData("{", "{")]
    [InlineData("[1]", "[1]")]
    [InlineData("", "")]
    [InlineData("<html>", "an HTML page instead of JSON")]
    public async Task The_text_of_an_error_is_found_in_any_body(string body, string expected) =>
        Assert.Equal(expected, (await RefusedAsync(404, body, "BitoPro.NotFound")).ServiceCode);

    [Fact]
    public async Task A_long_body_is_cut_to_500_characters()
    {
        var error = await RefusedAsync(400, new string('五', 4000), "BitoPro.InvalidParameter");

        Assert.Equal(new string('五', 500), error.ServiceCode);
    }

    [Fact]
    public async Task A_success_that_holds_an_error_is_a_failure() =>
        await RefusedAsync(200, """{"error":"Invalid Signature"}""", "BitoPro.AuthenticationFailed");

    [Fact]
    public async Task An_invalid_body_points_to_the_setting_that_may_help()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"error":"Invalid body"}""", 422));

        var error = await Caught.ErrorAsync("BitoPro.InvalidBody", () => bench.PlaceAsync());

        Assert.Contains("NoncePlacement Docs", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task No_error_shows_the_query_the_credentials_or_the_payload(int status)
    {
        await using var bench = new BitoProBench(Answer.Empty(status));

        var error = await Assert.ThrowsAsync<ExchangeException>(() =>
            bench.PassTime(bench.Client.GetOpenOrdersAsync("btc_twd", BitoProBench.Cancel))
        );

        var shown = $"{error} {error.Remedy} {error.Endpoint} {error.ServiceCode} {error.Target}";
        var request = bench.Server.Requests[0];
        Assert.DoesNotContain("btc_twd", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.ApiKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.ApiSecret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.Email, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Header("X-BITOPRO-PAYLOAD")!, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Header("X-BITOPRO-SIGNATURE")!, shown, StringComparison.Ordinal);
    }

    private static async Task<ExchangeException> RefusedAsync(int status, string body, string id)
    {
        await using var bench = new BitoProBench(Answer.Json(body, status));
        return await Caught.ErrorAsync(id, () => bench.PassTime(bench.Client.GetBalancesAsync(BitoProBench.Cancel)));
    }
}
