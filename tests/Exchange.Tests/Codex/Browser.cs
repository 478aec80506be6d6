using Exchange.Codex;

namespace Exchange.Tests.Codex;

/// <summary>The browser of a sign-in.</summary>
internal static class Browser
{
    /// <summary>What it would be sent to, had a person agreed.</summary>
    public static async Task<string> ApproveAsync(CodexAuthStart start)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(new Uri(start.LoginUrl + "&decision=approve"), CodexBench.Cancel);
        return reply.Headers.Location!.OriginalString;
    }

    /// <summary>What it would be sent to with a code that no service gave.</summary>
    public static string Callback(CodexAuthStart start, string code = "abc") =>
        $"http://localhost:1455/auth/callback?code={code}&state={start.LoginUrl.Split("&state=")[1].Split('&')[0]}";
}
