using System.Globalization;
using System.Text.Json;
using Exchange.Http;
using Exchange.Okx.SignIn;
using Exchange.Okx.Wire;

namespace Exchange.Okx.Binary;

/// <summary>
/// The JSON of the vendor's program, read for what the contract names and nothing else (okx-account.md sections 4, 5.4, 11): a token
/// in it is not looked at.
/// </summary>
internal static class OkxProgramAnswers
{
    /// <summary>A status; null for what is none.</summary>
    public static OkxProgramStatus? Status(string output)
    {
        if (Read(output) is not { } json || OkxEnvelope.Text(json, "status") is not { Length: > 0 } word)
        {
            return null;
        }
        if (word == OkxAuthStatus.NotLoggedIn)
        {
            return new OkxProgramStatus(OkxAuthStatus.Nobody, null);
        }
        if (word is not (OkxAuthStatus.LoggedIn or OkxAuthStatus.Pending))
        {
            return new OkxProgramStatus(
                OkxAuthStatus.Nobody,
                $"okx-auth has a status that is not known here, \"{OkxMasks.Shown(OkxRedaction.Of(word))}\". It counts as not logged in."
            );
        }
        var site = OkxSites.Find(OkxEnvelope.Text(json, "site"));
        var status = new OkxAuthStatus { Site = site?.Id ?? "", Status = word };
        return new OkxProgramStatus(
            word == OkxAuthStatus.LoggedIn
                ? status with
                {
                    ExpiresAt = Time(OkxEnvelope.Text(json, "expiresAt")),
                    Ttl = Seconds(json, "ttl") is { } left ? Math.Max(0, left) : null,
                    Scopes = Scopes(json),
                }
                : status,
            site is null ? "okx-auth names no site that is known here." : null
        );
    }

    /// <summary>What <c>login --manual</c> answers: a code, or that none is needed.</summary>
    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.protocol_error</c>; nothing of the answer is shown.</exception>
    public static object Start(string output, OkxSite site)
    {
        var json =
            Read(output) ?? throw OAuthAnswer.Protocol("okx-auth login --manual did not answer with one line of JSON.");
        if (OkxEnvelope.Text(json, "status") == "skipped")
        {
            return new OkxSkippedSignIn(OkxMasks.Shown(OkxEnvelope.Text(json, "profile") ?? ""));
        }
        var page = Required(json, "verificationUri", "verification_uri");
        var userCode = Required(json, "userCode", "user_code");
        var life = Seconds(json, "expiresIn") ?? Seconds(json, "expires_in") ?? DevicePoll.UsualLife;
        DeviceCodeRules.CheckUserCode(userCode);
        DeviceCodeRules.CheckPage(page, OAuthServer.Of(site.Id, site.OAuthAddress, site.ApiAddress));
        DeviceCodeRules.CheckLife(life);
        return new OkxDeviceCode
        {
            Site = site.Id,
            VerificationUri = new Uri(page),
            UserCode = userCode,
            ExpiresIn = Math.Min(life, DeviceCodeRules.LongestLife),
        };
    }

    // One line of JSON; lines of words before it do no harm.
    private static JsonElement? Read(string output)
    {
        var line = output
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault();
        try
        {
            using var json = JsonDocument.Parse(line ?? "");
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Required(JsonElement json, string name, string other) =>
        OkxEnvelope.Text(json, name) is { Length: > 0 } text ? text
        : OkxEnvelope.Text(json, other) is { Length: > 0 } also ? also
        : throw OAuthAnswer.Protocol($"The answer of okx-auth lacks {name}.");

    private static int? Seconds(JsonElement json, string name) =>
        decimal.TryParse(
            OkxEnvelope.Text(json, name),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? (int)Math.Clamp(decimal.Floor(seconds), int.MinValue, int.MaxValue)
            : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;

    // okx-account.md section 11: without scopes the list is empty, and nothing takes their place.
    private static string[] Scopes(JsonElement json) =>
        JsonWords.Find(json, "scopes", out var list) && list.ValueKind == JsonValueKind.Array
            ?
            [
                .. list.EnumerateArray()
                    .Where(scope => scope.ValueKind == JsonValueKind.String)
                    .Select(scope => OkxMasks.Shown(OkxRedaction.Of(JsonWords.Of(scope)!))),
            ]
            : [];
}
