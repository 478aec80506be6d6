using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Exchange.Codex;
using Exchange.Codex.Apply;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.Binary;
using Exchange.Okx.SignIn;
using Exchange.Okx.Wire;
using Exchange.Strategy;
using Exchange.Strategy.Wallet;
using Exchange.Tests.Support;

namespace Exchange.Tests.Http;

/// <summary>
/// JSON may hold half of a surrogate pair, in a text or in a name, and it is no Unicode. The runtime's reader throws an exception of its own
/// for both, for a name even when another one is looked for; found by the campaign of bad bytes.
/// </summary>
public sealed class HalfSurrogateTests
{
    private static readonly ApiRequest Request = new()
    {
        Call = "test",
        Method = HttpMethod.Get,
        Path = "/test",
        IsPrivate = false,
        Limits = [],
        Repeat = Repeat.SafeNever,
    };

    [Theory]
    [InlineData("""{"co\ud800xxxx":1,"code":"7"}""")]
    [InlineData("""{"code":"7","code\ud800":1}""")]
    public void A_broken_name_hides_no_neighbour(string json) => Assert.Equal("7", JsonWords.Of(Root(json), "code"));

    [Fact]
    public void Of_two_members_the_last_counts_also_beside_a_broken_name() =>
        Assert.Equal("8", JsonWords.Of(Root("""{"co\ud800xxxx":1,"code":"7","code":"8"}"""), "code"));

    [Theory]
    [InlineData("""{"error":"Invalid pair","erro\ud800r":1}""")]
    [InlineData("""{"erro\ud800r":1,"messag\udc00e":2}""")]
    public void BitoPros_error_is_told(string json) =>
        Assert.NotNull(Exchange.BitoPro.BitoProErrors.In(Request, Reply(json, 400)));

    [Theory]
    [InlineData("""{"code":"0","msg":"","data":[{"sCod\ud800e":"x","ordId":"312"}]}""")]
    [InlineData("""{"cod\ud800exx":"5","code":"0","dat\ud800axx":1,"data":[{"ordId":"312"}]}""")]
    public void OKXs_envelope_is_read(string json)
    {
        var item = Assert.Single(OkxEnvelope.Read(Reply(json))!.Items);

        Assert.Equal(("312", "0"), (item.Text("ordId"), item.Code));
    }

    [Fact]
    public void A_scope_that_is_no_text_is_shown_as_it_stands()
    {
        var answer = OAuthAnswer.Read(Reply("""{"scop\ud800exx":0,"scope":["live:read","\ud800"]}"""));

        Assert.Equal(["live:read", "\\ud800"], answer.List("scope")!);
    }

    [Fact]
    public void The_vendors_program_is_heard()
    {
        var status = OkxProgramAnswers.Status(
            """{"status":"logged_in","site":"eea","scope\ud800sxx":1,"scopes":["live:read","\ud800"]}"""
        );

        Assert.Equal(["live:read", "\\ud800"], status!.Status!.Scopes!);
    }

    [Theory]
    [InlineData("""{"cod\ud800exx":1,"code":"\ud800"}""", "NotJson")]
    [InlineData("""{"code":60009,"msg":"\ud800"}""", "Backend.60009")]
    [InlineData("""{"code":60009,"ms\ud800gxx":"a"}""", "Backend.60009")]
    public void The_strategy_services_error_is_told(string json, string id) =>
        Assert.Equal(id, StrategyErrors.In(Request, Reply(json))!.ErrorId);

    [Fact]
    public void An_event_of_an_order_is_shown() =>
        Assert.Equal("\\ud800", StrategyEvent.Of(Root("""{"ms\ud800gxx":0,"code":"\udc00","msg":"\ud800"}""")).Message);

    [Fact]
    public void A_token_says_when_it_ends() =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(1_893_456_000),
            JwtExpiry.Of(Token("""{"ex\ud800pxx":1,"exp":1893456000}"""))
        );

    [Theory]
    [InlineData("""{"pi\ud800dxx":1}""")]
    [InlineData("""{"pid":1,"createdAt":"\ud800"}""")]
    [InlineData("""{"pid":1,"createdAt":"2026-03-02T04:05:06Z","nonce":"\ud800"}""")]
    public void A_lock_file_is_none_of_ours(string json) => Assert.Null(LockBody.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_profile_with_it_is_kept_and_not_believed()
    {
        const string Id = "openai-codex:default";
        var bytes = Encoding.UTF8.GetBytes(
            """{"profiles":{"openai-codex:default":{"type":"oauth","provider":"\ud800","accountId":"\ud800"}},"order":{"openai-codex":["\ud800"]}}"""
        );
        var store = StoreDocument.Parse(bytes, "auth-profiles.json");

        Assert.Empty(store.Listed);
        Assert.Equal([""], store.Ordered!);
        store.CheckAccount(Id, "acct", force: false);
        Assert.Null(
            Exchange.Codex.Pending.PendingSignIn.Of(
                Id,
                JsonNode.Parse("""{"verifier":"\ud800","state":"s","createdAt":1}""")
            )
        );
    }

    [Theory]
    [InlineData("""{"auth":{"profiles":{"\ud800":{"provider":"openai-codex"}}}}""")]
    [InlineData("""{"auth":{"profiles":{"x":{"provider":"\ud800"}}}}""")]
    public void The_other_programs_configuration_counts_as_unreadable(string json)
    {
        using var folder = new TemporaryFolder();
        var path = folder["openclaw.json"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json);
        var places = CodexPlaces.Locate(
            name => name == "OPENCLAW_CONFIG_PATH" ? path : null,
            authPath: null,
            folder["rehearsal"]
        );

        Assert.Null(OtherConfig.Declares(places, "openai-codex:default"));
    }

    [Fact]
    public void The_gateway_does_not_run() =>
        Assert.False(GatewayCli.IsRunning("""{"servic\ud800exx":1,"service":{"runtime":{"status":"\ud800"}}}"""));

    private static JsonElement Root(string json) => JsonDocument.Parse(json).RootElement;

    private static ApiReply Reply(string json, int status = 200) =>
        new(status, "application/json", Encoding.UTF8.GetBytes(json));

    private static string Token(string payload) =>
        $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c2ln";
}
