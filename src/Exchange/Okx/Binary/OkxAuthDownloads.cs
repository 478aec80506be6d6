using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Exchange.Http;
using Exchange.Okx.Wire;

namespace Exchange.Okx.Binary;

/// <summary>What a source says of its program.</summary>
internal sealed record OkxAuthChecksum(string Source, string Platform, string Sha256, long Size, string Target);

/// <summary>A program that fits its checksum; no content when it is there already; or why there is none.</summary>
internal sealed record OkxAuthDownload(byte[]? Content, string? Source, string? Error, IReadOnlyList<string> Messages);

/// <summary>The vendor's sources in their order (okx-account.md section 7). No credentials travel; nothing is trusted but what fits.</summary>
internal sealed class OkxAuthDownloads(ApiTransport transport, string? source)
{
    private const string Folder = "/upgradeapp/tools/oauth/";
    private const int MostRedirects = 5;
    private const int LargestProgram = 100 * 1024 * 1024;
    private const int LargestChecksum = 64 * 1024;

    private static readonly string[] Hosts =
    [
        "https://static.jingyunyilian.com",
        "https://static.okx.com",
        "https://static.coinall.ltd",
    ];

    private sealed class SourceException(string message, int? status = null) : Exception(message)
    {
        public int? Status => status;
    }

    /// <summary>What the first source that answers says; null when none does.</summary>
    public async Task<OkxAuthChecksum?> LookUpAsync(string platform, TimeSpan limit, CancellationToken cancel)
    {
        foreach (var host in Sources())
        {
            try
            {
                return await ChecksumAsync(host, platform, limit, cancel).ConfigureAwait(false);
            }
            catch (SourceException trouble)
            {
                // The next one may answer; that none did is all that a report says.
                _ = trouble;
            }
        }
        return null;
    }

    /// <summary>The program of the first source that gives one that fits.</summary>
    /// <param name="platform">The machine's name.</param>
    /// <param name="have">SHA-256 of what is there already; null for nothing.</param>
    /// <param name="limit">Time limit of one exchange.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<OkxAuthDownload> FetchAsync(
        string platform,
        string? have,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        var messages = new List<string>();
        var statuses = new List<int?>();
        foreach (var host in Sources())
        {
            try
            {
                var checksum = await ChecksumAsync(host, platform, limit, cancel).ConfigureAwait(false);
                if (checksum.Platform != platform)
                {
                    messages.Add($"There is no program for {platform}; {checksum.Platform} is taken in its place.");
                }
                var content =
                    checksum.Sha256 == have
                        ? null
                        : await ProgramAsync(host, checksum, limit, cancel).ConfigureAwait(false);
                return new OkxAuthDownload(content, host, null, messages);
            }
            catch (SourceException trouble)
            {
                messages.Add($"{host}: {trouble.Message}");
                statuses.Add(trouble.Status);
            }
        }
        var all = statuses.TrueForAll(status => status is not null)
            ? "okx-auth binary not available on CDN for this platform"
            : "All CDN sources failed";
        return new OkxAuthDownload(null, null, $"Installation failed: {all}", messages);
    }

    // Another source than the vendor's is for tests, and on this machine only.
    private string[] Sources()
    {
        if (string.IsNullOrEmpty(source))
        {
            return Hosts;
        }
        return
            Uri.TryCreate(source, UriKind.Absolute, out var address) && address is { Scheme: "http", IsLoopback: true }
            ? [source.TrimEnd('/')]
            : throw OkxError.Config(
                $"{OkxAuthBinary.SourceVariable} names no source on this machine.",
                "Leave it out to use the vendor's own sources."
            );
    }

    private async Task<OkxAuthChecksum> ChecksumAsync(
        string host,
        string platform,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        try
        {
            return Read(
                host,
                platform,
                await GetAsync($"{host}{Folder}{platform}/checksum.json", limit, LargestChecksum, cancel)
                    .ConfigureAwait(false)
            );
        }
        catch (SourceException trouble) when (trouble.Status == 404 && OkxAuthPlatform.Substitute(platform) is not null)
        {
            var other = OkxAuthPlatform.Substitute(platform)!;
            return await ChecksumAsync(host, other, limit, cancel).ConfigureAwait(false);
        }
    }

    private static OkxAuthChecksum Read(string host, string platform, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var sha256 = OkxEnvelope.Text(root, "sha256")?.ToLowerInvariant();
            var target = OkxEnvelope.Text(root, "target");
            if (
                sha256 is not { Length: 64 }
                || !sha256.All(char.IsAsciiHexDigit)
                || !long.TryParse(
                    OkxEnvelope.Text(root, "size"),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var size
                )
                || size is <= 0 or > LargestProgram
            )
            {
                throw new SourceException("its checksum cannot be used");
            }
            return target == platform
                ? new OkxAuthChecksum(host, platform, sha256, size, target)
                : throw new SourceException($"its checksum is of another platform than {platform}");
        }
        catch (JsonException)
        {
            throw new SourceException("its checksum is not JSON");
        }
    }

    private async Task<byte[]> ProgramAsync(
        string host,
        OkxAuthChecksum checksum,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        var name = checksum.Platform.StartsWith("win32", StringComparison.Ordinal) ? "okx-auth.exe" : "okx-auth";
        var body = await GetAsync($"{host}{Folder}{checksum.Platform}/{name}", limit, LargestProgram, cancel)
            .ConfigureAwait(false);
        if (body.Length != checksum.Size)
        {
            throw new SourceException($"its program has {body.Length} bytes, not {checksum.Size}");
        }
        return Convert
            .ToHexString(SHA256.HashData(body.Span))
            .Equals(checksum.Sha256, StringComparison.OrdinalIgnoreCase)
            ? body.ToArray()
            : throw new SourceException("its program does not fit its checksum");
    }

    private async Task<ReadOnlyMemory<byte>> GetAsync(
        string address,
        TimeSpan limit,
        int maximum,
        CancellationToken cancel
    )
    {
        var at = new Uri(address);
        for (var redirects = 0; ; redirects++)
        {
            var reply = await GetOnceAsync(at, limit, maximum, cancel).ConfigureAwait(false);
            if (reply.IsSuccess)
            {
                return reply.Raw;
            }
            if (reply.Status is < 300 or >= 400 || reply.Location is not { } next)
            {
                throw new SourceException($"HTTP {reply.Status}", reply.Status);
            }
            if (redirects == MostRedirects || !MayFollow(at, next))
            {
                throw new SourceException("it redirects to where nobody follows");
            }
            at = next;
        }
    }

    private async Task<ApiReply> GetOnceAsync(Uri address, TimeSpan limit, int maximum, CancellationToken cancel)
    {
        try
        {
            return await transport
                .SendAsync(
                    address,
                    HttpMethod.Get,
                    new SignedRequest([new("User-Agent", OkxSigner.UserAgent)], null),
                    limit,
                    cancel,
                    maximum
                )
                .ConfigureAwait(false);
        }
        catch (TransportException trouble)
        {
            throw new SourceException(trouble.Message);
        }
    }

    // Never from https to http; and what is on this machine leads to this machine only.
    private static bool MayFollow(Uri from, Uri to) =>
        to.UserInfo.Length == 0
        && (to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
        && from.IsLoopback == to.IsLoopback;
}
