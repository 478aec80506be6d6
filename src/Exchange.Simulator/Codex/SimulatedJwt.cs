using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Exchange.Simulator.Codex;

/// <summary>Tokens that look like the service's and can be told apart from them: their issuer cannot exist.</summary>
internal static class SimulatedJwt
{
    public const string RefreshPrefix = "rt_simulator_";

    private const string Issuer = "https://auth.simulator.invalid";

    private static readonly string Header = Part("""{"alg":"none","typ":"JWT"}"""u8);

    public static string Of(CodexAccount account, long nowMs, long expiresMs, string id, string signature)
    {
        var payload = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(payload))
        {
            json.WriteStartObject();
            json.WriteString("iss", Issuer);
            json.WriteString("jti", id);
            json.WriteNumber("iat", nowMs / 1000);
            json.WriteNumber("exp", expiresMs / 1000);
            json.WriteStartObject("https://api.openai.com/auth");
            json.WriteString("chatgpt_account_id", account.AccountId);
            json.WriteString("chatgpt_plan_type", account.Plan);
            json.WriteEndObject();
            json.WriteStartObject("https://api.openai.com/profile");
            json.WriteString("email", account.Email);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return $"{Header}.{Part(payload.WrittenSpan)}.{Part(Encoding.ASCII.GetBytes(signature))}";
    }

    public static string Part(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
