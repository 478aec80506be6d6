using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx;

/// <summary>
/// The forms in which sign-in answers have been seen (okx-account.md 5.1, 11), so that a client can be tried against each. The plain
/// RFC form is the default.
/// </summary>
public sealed record OkxBehaviour
{
    /// <summary>Sign-in answers come inside <c>{"code":"0","msg":"","data":[...]}</c>.</summary>
    public bool Envelope { get; init; }

    /// <summary>Keys are <c>userCode</c> instead of <c>user_code</c>.</summary>
    public bool CamelCase { get; init; }

    /// <summary>Forms are answered 415: only JSON bodies are taken.</summary>
    public bool JsonOnly { get; init; }

    /// <summary>Numbers of sign-in answers are text: <c>"expires_in":"3600"</c>.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>The granted scope: <c>text</c>, <c>array</c>, or <c>none</c> to leave it out.</summary>
    public string Scope { get; init; } = "text";

    /// <summary>A refresh brings a new refresh token and ends the old one; otherwise it brings none and the old one stays.</summary>
    public bool Rotate { get; init; } = true;

    /// <summary>The device grant is offered; otherwise its endpoint is 404 and its grant type unsupported.</summary>
    public bool DeviceGrant { get; init; } = true;

    /// <summary>Seconds between two polls, as told to the client.</summary>
    public int Interval { get; init; } = 5;

    /// <summary>Life of a device code in seconds.</summary>
    public int DeviceCodeLife { get; init; } = 600;

    /// <summary>Life of an access token in seconds.</summary>
    public int AccessTokenLife { get; init; } = 3600;

    /// <summary>Life of a refresh token in seconds, from its last use.</summary>
    public int RefreshTokenLife { get; init; } = 30 * 86_400;

    internal OkxBehaviour With(JsonElement command) =>
        this with
        {
            Envelope = command.Flag("envelope") ?? Envelope,
            CamelCase = command.Flag("camelCase") ?? CamelCase,
            JsonOnly = command.Flag("jsonOnly") ?? JsonOnly,
            NumbersAsText = command.Flag("numbersAsText") ?? NumbersAsText,
            Scope = command.Text("scope") ?? Scope,
            Rotate = command.Flag("rotate") ?? Rotate,
            DeviceGrant = command.Flag("deviceGrant") ?? DeviceGrant,
            Interval = (int)(command.Integer("interval") ?? Interval),
            DeviceCodeLife = (int)(command.Integer("deviceCodeLife") ?? DeviceCodeLife),
            AccessTokenLife = (int)(command.Integer("accessTokenLife") ?? AccessTokenLife),
            RefreshTokenLife = (int)(command.Integer("refreshTokenLife") ?? RefreshTokenLife),
        };
}
