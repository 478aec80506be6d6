using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx.SignIn;

/// <summary>Asking for a device code (okx-account.md 5.1, 5.3, section 11).</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_first_sign_in_registers_asks_for_a_code_and_keeps_it()
    {
        await using var bench = new SignInBench();

        var code = await bench.StartAsync();

        Assert.Equal(("eea", "ABCD-EFGH", 600), (code.Site, code.UserCode, code.ExpiresIn));
        Assert.Equal(
            $$"""{"verificationUri":"{{code.VerificationUri}}","userCode":"ABCD-EFGH","expiresIn":600}""",
            code.ToJson()
        );
        var (register, device) = (bench.Bench.Server.Requests[0], bench.Bench.Server.Requests[1]);
        Assert.Equal("application/json", register.Header("Content-Type"));
        Assert.Contains(
            "\"grant_types\":[\"urn:ietf:params:oauth:grant-type:device_code\",\"refresh_token\"]",
            register.BodyText,
            StringComparison.Ordinal
        );
        Assert.Contains("\"token_endpoint_auth_method\":\"none\"", register.BodyText, StringComparison.Ordinal);
        Assert.Contains("\"redirect_uris\":[\"http://127.0.0.1/", register.BodyText, StringComparison.Ordinal);
        Assert.Equal("application/x-www-form-urlencoded", device.Header("Content-Type"));
        Assert.Equal(
            $"client_id={SignInBench.ClientId}&scope=market%3Aread%20live%3Aread%20live%3Atrade%20demo%3Aread%20demo%3Atrade&resource="
                + Uri.EscapeDataString($"{bench.Bench.Server.Address}/api/v1/mcp"),
            device.BodyText
        );
        Assert.All(
            bench.Bench.Server.Requests,
            sent => Assert.StartsWith("okx-powershell/", sent.Header("User-Agent"), StringComparison.Ordinal)
        );
        Assert.Equal(OkxAuthStatus.Pending, bench.Bench.SignIn.Peek().Status);
        bench.AssertNoSecrets(code, code.ToJson());
    }

    [Fact]
    public async Task A_second_sign_in_uses_the_registration_again()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        await bench.Bench.SignIn.SignOutAsync(SignInBench.Cancel);

        await bench.StartAsync();

        Assert.Equal((1, 2), (bench.Registrations, bench.Devices));
    }

    [Fact]
    public async Task Each_site_has_a_registration_of_its_own()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync("eea");
        await bench.StartAsync("us", force: true);

        Assert.Equal(2, bench.Registrations);
        Assert.Equal(["eea", "us"], bench.State().Clients.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_registration_that_the_service_has_forgotten_is_made_anew_once()
    {
        await using var bench = new SignInBench();
        bench.WillGive(SignInBench.Error("invalid_client", 401));

        Assert.Equal("ABCD-EFGH", (await bench.StartAsync()).UserCode);

        Assert.Equal((2, 2), (bench.Registrations, bench.Devices));
    }

    [Fact]
    public async Task A_registration_that_is_forgotten_twice_is_an_error()
    {
        await using var bench = new SignInBench();
        bench.WillGive(SignInBench.Error("invalid_client", 401), SignInBench.Error("invalid_client", 401));

        await Caught.ErrorAsync("Okx.AuthenticationError.invalid_client", bench.StartAsyncTask);

        Assert.Null(bench.State().Pending);
    }

    [Fact]
    public async Task While_a_code_waits_the_same_is_given_again_with_the_rest_of_its_time()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.Pass(100);

        var again = await bench.StartAsync();

        Assert.Equal(("ABCD-EFGH", 500, 1), (again.UserCode, again.ExpiresIn, bench.Devices));
    }

    [Fact]
    public async Task Force_asks_for_a_new_code()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillGive(bench.Device(("user_code", "WXYZ-1234"), ("device_code", "another-code")));

        Assert.Equal("WXYZ-1234", (await bench.StartAsync(force: true)).UserCode);
        Assert.Equal("another-code", bench.State().Pending!.DeviceCode);
    }

    [Fact]
    public async Task Of_two_at_once_one_asks_and_both_show_its_code()
    {
        await using var bench = new SignInBench();
        var starts = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() => bench.Bench.SignIn.StartAsync("eea", OAuthServer.UsualScopes, false, SignInBench.Cancel))
            );

        var codes = await bench.Bench.PassTime(Task.WhenAll(starts));

        Assert.All(codes, code => Assert.Equal("ABCD-EFGH", code.UserCode));
        Assert.Equal((1, 1), (bench.Registrations, bench.Devices));
    }

    [Theory]
    [InlineData("device_code")]
    [InlineData("user_code")]
    [InlineData("verification_uri")]
    public async Task A_device_answer_without_a_field_is_a_protocol_error_that_names_it(string field)
    {
        await using var bench = new SignInBench();
        bench.WillGive(bench.Device((field, null)));

        var error = await Caught.ErrorAsync("Okx.AuthenticationError.protocol_error", bench.StartAsyncTask);

        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.Null(bench.State().Pending);
    }

    public static TheoryData<string, object> Unusable =>
        new()
        {
            { "verification_uri", "http://www.okx.com/activate" },
            { "verification_uri", "https://okx.com.evil.example/activate" },
            { "verification_uri", "https://evilokx.com/activate" },
            { "verification_uri", "https://user@www.okx.com/activate" },
            { "verification_uri", "javascript:alert(1)//okx.com" },
            { "verification_uri", "https://www.okx.com/\u001b[2J" },
            { "user_code", "EVIL\u0007CODE" },
            { "user_code", new string('A', 33) },
            { "expires_in", 0 },
            { "expires_in", -5 },
            { "expires_in", "-5" },
        };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_device_answer_that_could_mislead_is_refused_and_not_shown(string field, object value)
    {
        await using var bench = new SignInBench();
        bench.WillGive(bench.Device((field, value)));

        var error = await Caught.ErrorAsync("Okx.AuthenticationError.protocol_error", bench.StartAsyncTask);

        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(new string('A', 33), error.ToString(), StringComparison.Ordinal);
        Assert.Null(bench.State().Pending);
    }

    [Theory]
    [InlineData("https://www.okx.com/activate")]
    [InlineData("https://okx.com/activate?x=1")]
    [InlineData("https://my.okx.com/a")]
    public async Task A_page_of_the_service_is_shown_as_it_came(string page)
    {
        await using var bench = new SignInBench();
        bench.WillGive(bench.Device(("verification_uri", page)));

        Assert.Contains($"\"{page}\"", (await bench.StartAsync()).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_on_this_machine_belongs_to_a_service_on_this_machine_only()
    {
        var live = OAuthServer.Of("global", new Uri("https://www.okx.com"), new Uri("https://www.okx.com"));

        Assert.False(live.OwnsPage(new Uri("http://127.0.0.1:1/activate")));
        Assert.False(live.OwnsPage(new Uri("https://localhost/activate")));
        Assert.Equal("https://www.okx.com/api/v1/mcp", live.Resource);
    }

    [Theory]
    [InlineData(null, 600)]
    [InlineData("900", 900)]
    [InlineData(1800, 1800)]
    [InlineData("soon", 600)]
    public async Task The_life_of_a_code_is_read_tolerantly(object? life, int seconds)
    {
        await using var bench = new SignInBench();
        bench.WillGive(bench.Device(("expires_in", life)));

        Assert.Equal(seconds, (await bench.StartAsync()).ExpiresIn);
    }

    [Fact]
    public async Task Answers_in_an_envelope_and_in_camel_case_are_read()
    {
        await using var bench = new SignInBench();
        bench.Registration = Answer.Json(
            $$"""{"code":"0","msg":"","data":[{"clientId":"{{SignInBench.ClientId}}"}]}"""
        );
        bench.WillGive(
            Answer.Json(
                $$"""{"code":"0","data":[{"deviceCode":"d","userCode":"U-1","verificationUri":"https://www.okx.com/a","expiresIn":"60","interval":"7"}]}"""
            )
        );

        Assert.Equal(
            ("U-1", 60),
            ((await bench.StartAsync()).UserCode, bench.State().Pending!.SecondsLeft(bench.Bench.Clock.GetUtcNow()))
        );
        Assert.Equal(7, bench.State().Pending!.Interval);
    }

    [Theory]
    [InlineData(415, "{}")]
    [InlineData(400, """{"error":"invalid_request","error_description":"Content-Type must be application/json"}""")]
    [InlineData(400, """{"code":"50006","msg":"Invalid content type"}""")]
    public async Task A_service_that_wants_JSON_is_asked_once_more(int status, string body)
    {
        await using var bench = new SignInBench();
        bench.WillGive(Answer.Json(body, status));

        await bench.StartAsync();

        Assert.Equal(2, bench.Devices);
        var second = bench.Bench.Server.Requests[^1];
        Assert.Equal("application/json", second.Header("Content-Type"));
        Assert.StartsWith(
            $$"""{"client_id":"{{SignInBench.ClientId}}","scope":""",
            second.BodyText,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    public async Task A_site_without_device_sign_in_says_so(int status)
    {
        await using var bench = new SignInBench();
        bench.WillGive(status == 404 ? Answer.Html(404) : SignInBench.Error("unsupported_grant_type"));

        var error = await Caught.ErrorAsync("Okx.AuthenticationError.unsupported_grant_type", bench.StartAsyncTask);

        Assert.Contains("API key", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirection_of_the_sign_in_service_is_not_followed(int status)
    {
        await using var elsewhere = new LoopbackServer(_ => Answer.Json("{}"));
        await using var bench = new SignInBench();
        bench.WillGive(Answer.Empty(status, $"Location: {elsewhere.Address}/activate"));

        await Caught.ErrorAsync("Okx.NetworkError", bench.StartAsyncTask);

        Assert.Equal((0, 1), (elsewhere.Count, bench.Devices));
        Assert.Null(bench.State().Pending);
    }

    public static TheoryData<string> Troubles => ["close", "502", "html", "deep", "large"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_of_the_network_keeps_nothing_and_can_be_repeated(string trouble)
    {
        await using var bench = new SignInBench();
        bench.WillGive(
            trouble switch
            {
                "close" => Answer.Close,
                "502" => Answer.Json("{}", 502),
                "deep" => Answer.Json(new string('[', 65) + new string(']', 65)),
                "large" => Answer.Json(new string(' ', ApiTransport.MaximumReply) + "{}"),
                _ => Answer.Html(),
            }
        );

        var error = await Caught.ErrorAsync("Okx.NetworkError", bench.StartAsyncTask);

        Assert.StartsWith("Network error", error.Message, StringComparison.Ordinal);
        Assert.Null(bench.State().Pending);
        Assert.Equal(1, bench.Devices);
        Assert.Equal("ABCD-EFGH", (await bench.StartAsync()).UserCode);
    }
}

internal static class Starting
{
    public static async Task StartAsyncTask(this SignInBench bench) => await bench.StartAsync();
}
