using System.Globalization;
using System.Text;

namespace Exchange.Codex.Listening;

/// <summary>The head of a request to the callback listener, as far as it matters (codex-auth.md section 9).</summary>
internal sealed record CallbackRequest(string Method, string Target, string? Host)
{
    private const int LongestLine = 8 * 1024;
    private const int LongestHead = 16 * 1024;

    public string Path => Target.Split('?', 2)[0];

    /// <summary>The status with which it is refused before its query is looked at; null when it is the callback.</summary>
    public int? Refusal(int port)
    {
        if (Method != "GET")
        {
            return 405;
        }
        string[] hosts = ["localhost", "127.0.0.1", "[::1]"];
        if (
            !hosts.Any(host =>
                string.Equals(
                    Host,
                    string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"),
                    StringComparison.OrdinalIgnoreCase
                )
            )
        )
        {
            return 421;
        }
        return Path == CodexConstants.CallbackPath ? null : 404;
    }

    /// <summary>The address as the browser has it.</summary>
    public string AsCallbackUrl => CodexConstants.RedirectUri + Target[CodexConstants.CallbackPath.Length..];

    /// <summary>Reads the head. The status of the refusal when it is too long or no request; nothing when the client has gone.</summary>
    public static async Task<(CallbackRequest? Request, int? Refusal)> ReadAsync(
        Stream stream,
        CancellationToken cancel
    )
    {
        var head = new byte[LongestHead];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(head.AsMemory(length), cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return (null, null);
            }
            length += read;
            var seen = head.AsSpan(0, length);
            if (seen.IndexOf("\r\n"u8) is var line && (line > LongestLine || (line < 0 && length > LongestLine)))
            {
                return (null, 431);
            }
            if (seen.IndexOf("\r\n\r\n"u8) is > 0 and var end)
            {
                return Parse(Encoding.Latin1.GetString(head, 0, end)) is { } request ? (request, null) : (null, 400);
            }
            if (length == head.Length)
            {
                return (null, 431);
            }
        }
    }

    private static CallbackRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"] || !target.StartsWith('/'))
        {
            return null;
        }
        var hosts = lines
            .Skip(1)
            .Where(line => line.StartsWith("host:", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[5..].Trim())
            .ToList();
        return new CallbackRequest(method, target, hosts.Count == 1 ? hosts[0] : null);
    }
}
