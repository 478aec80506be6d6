using System.Text;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx;

/// <summary>The edge in front of the service: it turns away an HTTP library's default User-Agent (okx-account.md 5.1, 9.2).</summary>
internal static class EdgeFilter
{
    private static readonly string[] Libraries =
    [
        "python-",
        "go-http-client",
        "okhttp",
        "java/",
        "axios/",
        "node",
        "undici",
        "libwww-",
    ];

    /// <summary>Whether the call goes on; if not it has its answer.</summary>
    public static bool Passes(Call call)
    {
        var agent = call.Headers["User-Agent"] ?? "";
        if (
            agent.Length > 0
            && !Array.Exists(Libraries, one => agent.StartsWith(one, StringComparison.OrdinalIgnoreCase))
        )
        {
            return true;
        }
        call.Raw(403, "text/plain; charset=utf-8", Encoding.ASCII.GetBytes("error code: 1010"));
        return false;
    }
}
