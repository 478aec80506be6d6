using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Exchange.Http;

namespace Exchange.Codex.Apply;

/// <summary>What the job is given over its standard input and nowhere else, since it holds the tokens: one line of JSON (codex-auth.md section 6).</summary>
[DebuggerDisplay("{JobId} {ProfileId}")]
internal sealed class ApplyPayload
{
    private const int Schema = 1;

    public required string JobId { get; init; }

    public required string ProfileId { get; init; }

    public required string AuthPath { get; init; }

    public required string StateFolder { get; init; }

    public required string Gateway { get; init; }

    public required bool SetOrder { get; init; }

    public required bool Force { get; init; }

    public required CodexTokens Tokens { get; init; }

    public byte[] ToLine() =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("jobId", JobId);
            json.WriteString("profileId", ProfileId);
            json.WriteString("authPath", AuthPath);
            json.WriteString("stateFolder", StateFolder);
            json.WriteString("gateway", Gateway);
            json.WriteBoolean("setOrder", SetOrder);
            json.WriteBoolean("force", Force);
            json.WriteStartObject("tokens");
            json.WriteString("access", Tokens.Access);
            json.WriteString("refresh", Tokens.Refresh);
            json.WriteNumber("expires", Tokens.Expires);
            json.WriteString("accountId", Tokens.AccountId);
            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>Null when it is not one.</summary>
    public static ApplyPayload? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(line));
            var root = json.RootElement;
            var tokens = root.GetProperty("tokens");
            return root.GetProperty("schema").GetInt32() != Schema
                ? null
                : new ApplyPayload
                {
                    JobId = root.GetProperty("jobId").GetString()!,
                    ProfileId = root.GetProperty("profileId").GetString()!,
                    AuthPath = root.GetProperty("authPath").GetString()!,
                    StateFolder = root.GetProperty("stateFolder").GetString()!,
                    Gateway = root.GetProperty("gateway").GetString()!,
                    SetOrder = root.GetProperty("setOrder").GetBoolean(),
                    Force = root.GetProperty("force").GetBoolean(),
                    Tokens = new CodexTokens(
                        tokens.GetProperty("access").GetString()!,
                        tokens.GetProperty("refresh").GetString()!,
                        tokens.GetProperty("expires").GetInt64(),
                        tokens.GetProperty("accountId").GetString()!
                    ),
                };
        }
        catch (Exception trouble)
            when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
