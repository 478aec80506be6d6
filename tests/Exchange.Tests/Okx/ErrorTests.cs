using Exchange.Okx;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>Errors of the service (okx-account.md section 9).</summary>
public sealed class ErrorTests
{
    private const string Path = "/api/v5/account/config";

    /// <summary>okx-account.md 9.2, in its order: code, HTTP status, type, a word of the remedy, and whether two ways are offered.</summary>
    public static TheoryData<string, int, string, string, bool> Rows =>
        new()
        {
            { "50000", 400, "ValidationError", "{}", false },
            { "50001", 503, "OkxApiError", "minutes", false },
            { "50002", 400, "ValidationError", "body", false },
            { "50004", 400, "OkxApiError", "state", false },
            { "50006", 400, "ValidationError", "application/json", false },
            { "50007", 200, "OkxApiError", "Contact OKX", false },
            { "50009", 200, "OkxApiError", "Contact OKX", false },
            { "50011", 200, "RateLimitError", "Wait", false },
            { "50011", 429, "RateLimitError", "Wait", false },
            { "50013", 429, "OkxApiError", "second", false },
            { "50026", 500, "OkxApiError", "minutes", false },
            { "50035", 403, "AuthenticationError", "Bind", false },
            { "50038", 200, "OkxApiError", "-Live", false },
            { "50053", 200, "OkxApiError", "-Demo", false },
            { "50051", 200, "OkxApiError", "not help", false },
            { "50052", 200, "OkxApiError", "not help", false },
            { "50061", 200, "RateLimitError", "Slow down", false },
            { "50100", 400, "AuthenticationError", "Contact OKX", false },
            { "50101", 401, "AuthenticationError", "-Demo", true },
            { "50102", 401, "AuthenticationError", "clock", false },
            { "50103", 401, "AuthenticationError", "profile", true },
            { "50104", 401, "AuthenticationError", "profile", true },
            { "50106", 401, "AuthenticationError", "profile", true },
            { "50107", 401, "AuthenticationError", "profile", true },
            { "50105", 401, "AuthenticationError", "", true },
            { "50108", 401, "AuthenticationError", "site", false },
            { "50109", 401, "AuthenticationError", "site", false },
            { "50110", 401, "AuthenticationError", "address", false },
            { "50111", 401, "AuthenticationError", "14 idle days", true },
            { "50112", 401, "AuthenticationError", "clock", false },
            { "50113", 401, "AuthenticationError", "secret", true },
            { "50114", 401, "AuthenticationError", "", true },
            { "50115", 405, "ValidationError", "call", false },
            { "50119", 200, "AuthenticationError", "14 idle days", true },
            { "50119", 401, "AuthenticationError", "site", true },
            { "50120", 200, "AuthenticationError", "rights", false },
            { "50121", 200, "AuthenticationError", "addresses", false },
            { "51008", 200, "OkxApiError", "funding", false },
            { "51119", 200, "OkxApiError", "funding", false },
            { "51127", 200, "OkxApiError", "funding", false },
            { "51009", 200, "OkxApiError", "settings", false },
            { "51021", 200, "OkxApiError", "instId", false },
            { "51022", 200, "OkxApiError", "instId", false },
            { "51027", 200, "OkxApiError", "instId", false },
            { "51155", 200, "OkxApiError", "eea", false },
            { "51734", 200, "OkxApiError", "eea", false },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_code_is_classified_whatever_the_status(
        string code,
        int status,
        string type,
        string remedy,
        bool twoWays
    )
    {
        await using var bench = new OkxBench(
            Answer.Json(
                $$"""{"code":"{{code}}","msg":"What the service says.","data":[]}""",
                status,
                "x-trace-id: trace-77"
            )
        );

        var error = await Caught.ErrorAsync($"Okx.{type}.{code}", () => bench.GetAsync(Path));

        Assert.Contains("What the service says", error.Message, StringComparison.Ordinal);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
        Assert.Contains($"GET {Path}", error.Message, StringComparison.Ordinal);
        Assert.Contains("trace-77", error.Message, StringComparison.Ordinal);
        Assert.Equal((code, "trace-77", status), (error.ServiceCode, error.RequestId, error.HttpStatus));
        Assert.Contains(remedy, error.Remedy ?? "", StringComparison.Ordinal);
        Assert.Equal(twoWays, error.Remedy?.Contains("There are two ways.", StringComparison.Ordinal) == true);
        Assert.False(error.OutcomeUnknown);
    }

    [Fact]
    public void The_table_has_every_code_of_the_contract_once()
    {
        var tested = Rows.Select(row => row.Data.Item1).Distinct(StringComparer.Ordinal);

        Assert.Equal(tested, OkxErrorTable.Rows.Select(row => row.Code));
    }

    [Fact]
    public async Task Two_ways_are_offered_in_order_and_none_is_called_better()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"50111","msg":"Invalid OK-ACCESS-KEY"}""", 401));

        var remedy = (await Caught.ErrorAsync("Okx.AuthenticationError.50111", () => bench.GetAsync(Path))).Remedy!;

        Assert.Contains(
            "1) Replace the key: make a new one at https://my.okx.com/account/my-api, then run Initialize-OkxConfig.",
            remedy,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2) Move fully to signing in: take the key's profile out (Remove-OkxProfile -Name okx-demo), then run Connect-OkxAccount.",
            remedy,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("recommend", remedy, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("3)", remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_knows_is_shown_with_endpoint_and_trace()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"59999","msg":""}""", 200, "x-request-id: abc"));

        var error = await Caught.ErrorAsync("Okx.OkxApiError.59999", () => bench.GetAsync(Path));

        Assert.Equal($"OKX API request failed (code 59999, GET {Path}, trace id abc).", error.Message);
    }

    [Fact]
    public async Task A_401_without_code_is_an_authentication_error_and_never_leads_to_a_session()
    {
        await using var bench = new OkxBench(Answer.Json("""{"error":"nope"}""", 401));

        var error = await Caught.ErrorAsync("Okx.AuthenticationError", () => bench.GetAsync(Path));

        Assert.Contains("There are two ways.", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_asked_once_and_no_other_way_is_tried()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"50113","msg":"Invalid Sign"}""", 401));
        bench.Connection = bench.Connection with { Tokens = bench.Tokens };

        await Caught.ErrorAsync("Okx.AuthenticationError.50113", () => bench.GetAsync(Path));

        Assert.Null(Assert.Single(bench.Server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_edge_that_dislikes_a_library_is_a_network_error()
    {
        await using var bench = new OkxBench(Answer.Of("error code: 1010"u8.ToArray(), "text/plain", 403));

        var error = await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));

        Assert.Contains("User-Agent", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_without_code_says_when_to_come_back()
    {
        await using var bench = new OkxBench(Answer.Json("{}", 429, "Retry-After: 7"));

        var error = await Caught.ErrorAsync("Okx.RateLimitError", () => bench.GetAsync(Path));

        Assert.Contains("7 seconds", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task A_status_without_JSON_shows_its_first_words_on_one_line()
    {
        await using var bench = new OkxBench(
            Answer.Of(
                System.Text.Encoding.UTF8.GetBytes("line one\r\nline two " + new string('x', 400)),
                "text/plain",
                500
            )
        );

        var error = await Caught.ErrorAsync("Okx.OkxApiError", () => bench.GetAsync(Path));

        Assert.StartsWith("HTTP 500 from OKX: line one  line two xxx", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 230);
    }

    [Fact]
    public async Task A_page_with_status_200_is_a_network_error()
    {
        await using var bench = new OkxBench(Answer.Html());

        var error = await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));

        Assert.Equal($"OKX returned non-JSON response for GET {Path}.", error.Message);
    }

    [Fact]
    public async Task JSON_that_nests_too_deep_is_a_network_error()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70));
        await using var bench = new OkxBench(Answer.Json($$"""{"code":"0","data":{{deep}}}"""));

        await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));
    }

    [Fact]
    public async Task An_answer_beyond_ten_mebibytes_is_a_network_error()
    {
        await using var bench = new OkxBench(Answer.Endless(_ => { }));

        await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirection_is_never_followed(int status)
    {
        await using var elsewhere = new LoopbackServer(_ => Answer.Json("""{"code":"0","data":[]}"""));
        await using var bench = new OkxBench(
            Answer.Empty(status, $"Location: {elsewhere.Address}/api/v5/account/config")
        );

        await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));

        Assert.Equal((1, 0), (bench.Server.Count, elsewhere.Count));
    }

    [Fact]
    public async Task Secrets_that_the_service_repeats_are_not_repeated_here()
    {
        await using var bench = new OkxBench(
            Answer.Json(
                """{"code":"50111","msg":"key 3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d, Bearer abc.def.ghi, 0123456789abcdef0123456789abcdef0123, Str0ng#Pass\"phrase'1"}""",
                401
            )
        );

        var error = await Caught.ErrorAsync("Okx.AuthenticationError.50111", () => bench.GetAsync(Path));

        foreach (var secret in new[] { OkxBench.ApiKey, "abc.def.ghi", "0123456789abcdef", OkxBench.Passphrase })
        {
            Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        }
    }
}
