namespace Exchange.Tests.Codex;

/// <summary>The bad-input table of codex-auth.md section 13 as far as it is about callbacks: what is pasted, and what it comes to.</summary>
internal static class CallbackRows
{
    private const string S = CodexVectors.State;
    private const string Path = "http://localhost:1455/auth/callback";
    private const string Good = $"{Path}?code=abc&state={S}";

    public const string Accepted = "accepted";

    /// <summary>Row, input, what comes of it, and whether the pending sign-in is kept, counted or removed.</summary>
    public static TheoryData<string, string, string, string> All =>
        new()
        {
            { "spaces and quotes", $" \"{Good}\" ", Accepted, "Kept" },
            { "wrapped over two lines", $"{Path}?code=abc\r\n&state={S}", Accepted, "Kept" },
            { "wrapped by tabs", $"{Path}?co\tde=abc&state={S}", Accepted, "Kept" },
            { "&amp;", Good.Replace("&", "&amp;", StringComparison.Ordinal), Accepted, "Kept" },
            { "<...>", $"<{Good}>", Accepted, "Kept" },
            { "(...)", $"({Good})", Accepted, "Kept" },
            { "backticks", $"`{Good}`", Accepted, "Kept" },
            { "curly quotes", $"\u201C{Good}\u201D", Accepted, "Kept" },
            { "zero-width blanks", $"\u200B\uFEFF{Good}\u2060", Accepted, "Kept" },
            { "scope added", $"{Good}&scope=openid", Accepted, "Kept" },
            { "# at the end", $"{Good}#", Accepted, "Kept" },
            { "HTTP://LOCALHOST", $"HTTP://LOCALHOST:1455/auth/callback?code=abc&state={S}", Accepted, "Kept" },
            { "https", $"https://localhost:1455/auth/callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "127.0.0.1", $"http://127.0.0.1:1455/auth/callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "no port", $"http://localhost/auth/callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "port 1456", $"http://localhost:1456/auth/callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "port 01455", $"http://localhost:01455/auth/callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "port 14555", $"http://localhost:14555/auth/callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            {
                "user info",
                $"http://localhost:1455@evil.example/auth/callback?code=abc&state={S}",
                "bad_callback_url",
                "Kept"
            },
            {
                "longer host",
                $"http://localhost:1455.evil.example/auth/callback?code=abc&state={S}",
                "bad_callback_url",
                "Kept"
            },
            { "backslashes", $"http://localhost:1455\\auth\\callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "/auth/callback/", $"{Path}/?code=abc&state={S}", "bad_callback_url", "Kept" },
            { "/auth/Callback", $"http://localhost:1455/auth/Callback?code=abc&state={S}", "bad_callback_url", "Kept" },
            {
                "/auth/./callback",
                $"http://localhost:1455/auth/./callback?code=abc&state={S}",
                "bad_callback_url",
                "Kept"
            },
            {
                "/auth%2Fcallback",
                $"http://localhost:1455/auth%2Fcallback?code=abc&state={S}",
                "bad_callback_url",
                "Kept"
            },
            { "the login URL", CodexVectors.AuthorizeUrl, "bad_callback_url", "Kept" },
            { "a bare code", "abc", "bad_callback_url", "Kept" },
            { "a bare query", $"code=abc&state={S}", "bad_callback_url", "Kept" },
            { "code#state", $"abc#{S}", "bad_callback_url", "Kept" },
            { "empty", "", "bad_callback_url", "Kept" },
            { "white space", " \t\r\n ", "bad_callback_url", "Kept" },
            { "9000 chars", $"{Path}?code={new string('a', 9000)}&state={S}", "bad_callback_url", "Kept" },
            { "a blank inside", $"{Path}?code=a bc&state={S}", "bad_callback_url", "Kept" },
            { "a control character", $"{Path}?code=a\u0007bc&state={S}", "bad_callback_url", "Kept" },
            { "no state", $"{Path}?code=abc", "missing_state", "Counted" },
            { "empty state", $"{Path}?code=abc&state=", "missing_state", "Counted" },
            { "wrong state", $"{Path}?code=abc&state=wrong", "state_mismatch", "Counted" },
            { "no code", $"{Path}?state={S}", "missing_code", "Kept" },
            { "empty code", $"{Path}?code=&state={S}", "missing_code", "Kept" },
            { "code in the fragment", $"{Path}?state={S}#code=abc", "missing_code", "Kept" },
            { "code twice", $"{Path}?code=a&code=b&state={S}", "ambiguous_callback", "Kept" },
            { "state twice", $"{Path}?code=a&state={S}&state={S}", "ambiguous_callback", "Kept" },
            { "error twice", $"{Path}?error=a&error=b&state={S}", "ambiguous_callback", "Kept" },
            { "%ZZ", $"{Path}?code=%ZZ&state={S}", "bad_callback_url", "Kept" },
            { "%FF", $"{Path}?code=%FF&state={S}", "bad_callback_url", "Kept" },
            { "half an escape", $"{Path}?state={S}&code=%2", "bad_callback_url", "Kept" },
            { "access_denied", $"{Path}?error=access_denied&state={S}", "access_denied", "Removed" },
            {
                "access_denied for want of Codex",
                $"{Path}?error=access_denied&error_description=x+MISSING_codex_entitlement+y&state={S}",
                "access_denied",
                "Removed"
            },
            { "error beats code", $"{Path}?error=x&code=abc&state={S}", "authorization_failed", "Removed" },
            { "error without state", $"{Path}?error=access_denied", "authorization_failed", "Kept" },
            { "a blank in the code", $"{Path}?code=a%2Bb+c&state={S}", "invalid_code", "Kept" },
            { "a code of 2049", $"{Path}?code={new string('a', 2049)}&state={S}", "invalid_code", "Kept" },
            { "a foreign letter in the code", $"{Path}?code=%C3%A9&state={S}", "invalid_code", "Kept" },
        };

    /// <summary>Selectors that are none.</summary>
    public static TheoryData<string> BadSelectors =>
        new([
            "../x",
            "a:b",
            "a b",
            "finish",
            "ALL",
            "both",
            "Status",
            new string('a', 200),
            "openai-codex:",
            "-x",
            "x\ny",
            "é",
        ]);
}
