using System.Text;
using System.Text.Json;
using Exchange.Http;

namespace Exchange.Okx;

/// <summary>The vendor's sign-in program on this machine (okx-account.md section 7). The module does not need it.</summary>
public sealed record OkxAuthBinaryInfo
{
    /// <summary>Where it is, or would be.</summary>
    public required string BinaryPath { get; init; }

    /// <summary>True when it is there.</summary>
    public required bool Exists { get; init; }

    /// <summary>This machine, such as <c>linux-x64</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>Bytes.</summary>
    public long? FileSize { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary><c>match</c>, <c>mismatch</c>, <c>unavailable</c> or <c>not-installed</c>; asked for with -CheckUpdate only.</summary>
    public required string CdnMatch { get; init; }

    /// <summary>What the vendor gives out now.</summary>
    public string? CdnSha256 { get; init; }

    /// <summary>Who said so.</summary>
    public string? CdnSource { get; init; }

    /// <summary>Who signs in: always <c>builtin</c>.</summary>
    public string Provider { get; } = "builtin";

    /// <summary>One line of compact JSON.</summary>
    public string ToJson() =>
        OkxAuthJson.Line(json =>
        {
            json.WriteString("binaryPath", BinaryPath);
            json.WriteBoolean("exists", Exists);
            json.WriteString("platform", Platform);
            if (FileSize is { } size)
            {
                json.WriteNumber("fileSize", size);
            }
            else
            {
                json.WriteNull("fileSize");
            }
            json.WriteString("sha256", Sha256);
            json.WriteString("cdnMatch", CdnMatch);
            json.WriteString("cdnSha256", CdnSha256);
            json.WriteString("cdnSource", CdnSource);
            json.WriteString("provider", Provider);
        });
}

/// <summary>What became of an installation.</summary>
/// <param name="Status"><c>installed</c>, <c>up-to-date</c> or <c>failed</c>.</param>
/// <param name="Source">Where the program came from; <c>(built-in)</c> when none is needed.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Messages">What happened on the way, a line for each source that failed.</param>
public sealed record OkxAuthInstallation(string Status, string? Source, string? Error, IReadOnlyList<string> Messages)
{
    /// <summary>One line of compact JSON.</summary>
    public string ToJson() =>
        OkxAuthJson.Line(json =>
        {
            json.WriteString("status", Status);
            json.WriteString("source", Source);
            json.WriteString("error", Error);
            json.WriteStartArray("messages");
            foreach (var message in Messages)
            {
                json.WriteStringValue(message);
            }
            json.WriteEndArray();
        });
}

/// <summary>What became of a removal.</summary>
/// <param name="Status"><c>removed</c>, <c>not-found</c>, <c>not-installed</c> or <c>failed</c>.</param>
/// <param name="Path">The program file.</param>
/// <param name="Error">Why it failed.</param>
public sealed record OkxAuthRemoval(string Status, string? Path, string? Error)
{
    /// <summary>One line of compact JSON, with what applies.</summary>
    public string ToJson() =>
        OkxAuthJson.Line(json =>
        {
            json.WriteString("status", Status);
            if (Error is not null)
            {
                json.WriteString("error", Error);
            }
            else if (Path is not null)
            {
                json.WriteString("path", Path);
            }
        });
}

internal static class OkxAuthJson
{
    public static string Line(Action<Utf8JsonWriter> members) =>
        Encoding.UTF8.GetString(
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                members(json);
                json.WriteEndObject();
            })
        );
}
