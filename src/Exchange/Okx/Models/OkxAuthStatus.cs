using System.Globalization;
using System.Text;
using Exchange.Http;

namespace Exchange.Okx;

/// <summary>
/// Whether somebody is signed in (okx-account.md section 4). It speaks of signing in alone: not being signed in beside a working API
/// key is normal. People are shown <see cref="Site"/>, <see cref="Status"/> and <see cref="Scopes"/>; the other members are for programs.
/// </summary>
public sealed record OkxAuthStatus
{
    /// <summary>The status of a usable session.</summary>
    public const string LoggedIn = "logged_in";

    /// <summary>The status while a device code waits for the person.</summary>
    public const string Pending = "pending";

    /// <summary>The status of nobody.</summary>
    public const string NotLoggedIn = "not_logged_in";

    /// <summary>Always <c>oauth</c>.</summary>
    public string Profile { get; } = "oauth";

    /// <summary>Site id; a placeholder, <c>global</c>, while nobody is signed in, which says nothing.</summary>
    public required string Site { get; init; }

    /// <summary><c>logged_in</c>, <c>pending</c> or <c>not_logged_in</c>.</summary>
    public required string Status { get; init; }

    /// <summary>End of the access token's life; not of the session's.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Seconds left of the access token, 0 or more.</summary>
    public int? Ttl { get; init; }

    /// <summary>What was granted, in the service's order.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Nobody.</summary>
    public static OkxAuthStatus Nobody { get; } = new() { Site = "global", Status = NotLoggedIn };

    /// <summary>One line of compact JSON, as the contract has it.</summary>
    public string ToJson() =>
        Encoding.UTF8.GetString(
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("profile", Profile);
                json.WriteString("site", Site);
                json.WriteString("status", Status);
                if (ExpiresAt is { } end)
                {
                    json.WriteString(
                        "expiresAt",
                        end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture)
                    );
                }
                if (Ttl is { } seconds)
                {
                    json.WriteNumber("ttl", seconds);
                }
                if (Scopes is { } scopes)
                {
                    json.WriteStartArray("scopes");
                    foreach (var scope in scopes)
                    {
                        json.WriteStringValue(scope);
                    }
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            })
        );

    /// <summary>What people are shown, and no more.</summary>
    public override string ToString() =>
        Status == NotLoggedIn ? Status : $"{Status} {Site} {string.Join(", ", Scopes ?? [])}".TrimEnd();
}
