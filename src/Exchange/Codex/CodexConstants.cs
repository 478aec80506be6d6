namespace Exchange.Codex;

/// <summary>The constants of codex-auth.md section 1.</summary>
internal static class CodexConstants
{
    public const string ClientId = "app_EMoamEEZ73f0CkXaXp7hrann";
    public const string RedirectUri = "http://localhost:1455/auth/callback";
    public const int CallbackPort = 1455;
    public const string CallbackPath = "/auth/callback";
    public const string Scope = "openid profile email offline_access";
    public const string Originator = "pi";
    public const string AuthClaim = "https://api.openai.com/auth";
    public const string AccountClaim = "chatgpt_account_id";
    public const string ProfileClaim = "https://api.openai.com/profile";
    public const string Provider = "openai-codex";
    public const string ProviderPrefix = Provider + ":";
    public const string RenamedProvider = "openai";
    public const string DefaultSelector = "default";
    public const int StoreVersion = 1;

    public static readonly TimeSpan ExchangeLimit = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan RefreshLimit = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan PendingLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Ours is shorter than what the other program reclaims a live lock after (codex-auth.md section 10).</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(20);
}
