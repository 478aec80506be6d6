namespace Exchange.Faults.BadBytes;

/// <summary>Good texts that people, other programs and this one leave on this machine.</summary>
internal static class LocalSamples
{
    public static IReadOnlyList<string> Callbacks { get; } =
    [
        "http://localhost:1455/auth/callback?code=ac_Ab1-xyz&scope=openid%20profile&state=0123456789abcdef0123456789abcdef",
        " <http://LOCALHOST:1455/auth/callback?error=access_denied&amp;error_description=missing_codex_entitlement&state=0123456789abcdef0123456789abcdef> ",
        "http://localhost:1455/auth/callback#code=ac_1&state=0123456789abcdef0123456789abcdef",
        "\u201Chttp://localhost:1455/auth/callback?state=%E2%98%83+%F0%9F%98%80&code=a\u201D",
        "https://auth.openai.com/oauth/authorize?client_id=x&state=y",
    ];

    public static IReadOnlyList<string> Pending { get; } =
    [
        """{"openai-codex:default":{"verifier":"v","state":"0123456789abcdef","createdAt":1778135507340,"schema":1,"selector":"default","expiresAt":1778136407340,"authPath":null,"attempts":2,"fallbackUsed":true}}""",
    ];

    public static IReadOnlyList<string> Stores { get; } =
    [
        """{"version":1,"profiles":{"openai-codex:default":{"type":"oauth","provider":"openai-codex","access":"a.b.c","refresh":"r","expires":1768089600000,"accountId":"acct","email":"a@example.com","custom":[1.50,"\u00e9"]},"anthropic:x":{"type":"api_key","provider":"anthropic","key":"k"}},"order":{"openai-codex":["openai-codex:default",7]},"usageStats":{"openai-codex:default":{"cooldownUntil":1768089600000,"errorCount":1}},"lastGood":{}}""",
        """{"openai-codex":{"type":"oauth","access":"x"}}""",
        "\uFEFF{\n  \"version\": 2,\n  \"profiles\": {}\n}\n",
    ];

    public static IReadOnlyList<string> Locks { get; } =
    [
        """{"pid":4242,"createdAt":"2026-03-02T04:05:06.789Z","startTime":123456,"owner":"codex-auth","nonce":"abc"}""",
        "4242\n",
        """{"pid":"4242","createdAt":1}""",
    ];

    public static IReadOnlyList<string> Configs { get; } =
    [
        """
            // a comment
            { auth: { profiles: { 'openai-codex:work': { provider: "openai-codex", mode: 'oauth', }, }, }, n: +.5, /* more */ x: Infinity, s: 'a\x41\
            b', }
            """,
        """{"auth":{"profiles":{"openai-codex:default":{"provider":"openai-codex"},"other":{"provider":7}}}}""",
    ];

    public static IReadOnlyList<string> SignInStates { get; } =
    [
        """{"clients":{"eea":{"authority":"https://eea.okx.com","clientId":"c","issuedAt":"2026-04-11T20:30:00+00:00","scope":"s","redirectUris":["x"]}},"pending":{"site":"eea","authority":"https://eea.okx.com","deviceCode":"d","userCode":"U","verificationUri":"https://eea.okx.com/a","completeUri":null,"scope":"s","startedAt":"2026-04-11T20:30:00+00:00","expiresAt":"2026-04-11T20:40:00+00:00","interval":5,"wait":5,"nextPollAt":"2026-04-11T20:30:05+00:00"},"session":{"site":"eea","authority":"https://eea.okx.com","clientId":"c","accessToken":"a","refreshToken":"r","expiresAt":"2026-04-11T21:30:00+00:00","expiresIn":3600,"scopes":["live:read"]}}""",
    ];

    public static IReadOnlyList<string> Wallets { get; } =
    [
        """{"endpoint":"http://127.0.0.1/","accessToken":"a.eyJleHAiOjE4OTM0NTYwMDB9.c","refreshToken":"a.eyJleHAiOjE4OTM0NTYwMDB9.c","sessionKey":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=","saTeeId":"s","sessionCert":"c","encryptedSessionSk":"e","sessionKeyExpireAt":"1893456000","email":"u@example.com","loginType":"google","isNew":false,"projectId":"p","selectedAccountId":"acc","accounts":[{"accountId":"acc","accountName":"W","isDefault":true,"addresses":[{"address":"0xc4a8","chainIndex":"1"},{"address":"G","chainIndex":"501"}]}],"pending":{"authSessionId":"i","sessionKey":"AQI="}}""",
    ];

    public static IReadOnlyList<string> JournalEntries { get; } =
    [
        """{"intent":{"attemptId":"a-1","at":"2026-03-02T04:05:06+00:00","service":"BitoPro","operation":"create_order","account":"***1","address":"http://127.0.0.1/","facts":{"pair":"btc_twd"}}}""",
        """{"outcome":{"attemptId":"a-1","at":"2026-03-02T04:05:07+00:00","state":"Accepted","reference":"12","reason":null}}""",
    ];

    public static IReadOnlyList<string> JsonLines { get; } =
    [
        """{"Pair":"btc_twd","Side":"Buy","Amount":"0.001","Price":2800000.50,"Since":"2026-11-20T00:00:00Z","Window":"00:01:00","OrderId":[1,2,3],"Choice":"two","Query":{"a":{"b":[1.5,null]}},"All":true}""",
        """["btc_twd","eth_twd"]""",
        """[{"Pair":["btc_twd"],"Id":12345678901234567890},{"pair":null}]""",
        "\"text\"",
        "1.2345678901234567890123456789012345",
    ];
}
