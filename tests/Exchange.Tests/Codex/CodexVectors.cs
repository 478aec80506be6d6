namespace Exchange.Tests.Codex;

/// <summary>codex-auth.md section 13, in its order. Every secret in it is invented.</summary>
internal static class CodexVectors
{
    public const string RfcVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string RfcChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    public const string State = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8";
    public const string ShortState = "AAECAwQFBgcICQoLDA0ODw";

    public const string AuthorizeUrl =
        "https://auth.openai.com/oauth/authorize?response_type=code&client_id=app_EMoamEEZ73f0CkXaXp7hrann"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A1455%2Fauth%2Fcallback&scope=openid%20profile%20email%20offline_access"
        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
        + "&state=ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8&id_token_add_organizations=true"
        + "&codex_cli_simplified_flow=true&originator=pi";

    public const string AuthorizeUrlSha256 = "842c17c54feca41bd4e35f400974e4bc49c80735686341200ac97214cd5e8162";
    public const string PlusForSpaceSha256 = "e9bd770fe11e98837d419d3af00e7c8e6317a7a488c42a4992863ed400fde2a7";

    public const string ExchangeBody =
        "grant_type=authorization_code&client_id=app_EMoamEEZ73f0CkXaXp7hrann&code=ac_TEST%2Bcode%2F1%3D"
        + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A1455%2Fauth%2Fcallback";

    public const string RefreshBody =
        "grant_type=refresh_token&refresh_token=rt_TEST.1&client_id=app_EMoamEEZ73f0CkXaXp7hrann";

    public const long Now = 1767225600000;
    public const long Expires = 1768089600000;

    /// <summary>The first: account acct-1111-2222, plan plus, e-mail zoë@example.invalid.</summary>
    public const string Payload =
        "eyJleHAiOjE4OTM0NTYwMDAsImh0dHBzOi8vYXBpLm9wZW5haS5jb20vYXV0aCI6eyJjaGF0Z3B0X2FjY291bnRfaWQiOiJhY2N0LTExMTEtMjIyMiIs"
        + "ImNoYXRncHRfcGxhbl90eXBlIjoicGx1cyJ9LCJodHRwczovL2FwaS5vcGVuYWkuY29tL3Byb2ZpbGUiOnsiZW1haWwiOiJ6b8OrQGV4YW1wbGUu"
        + "aW52YWxpZCJ9fQ";

    public const string OddPayload =
        "eyJodHRwczovL2FwaS5vcGVuYWkuY29tL2F1dGgiOnsiY2hhdGdwdF9hY2NvdW50X2lkIjoien4-fj_Dv34ifX0";

    public const string NoClaimPayload = "eyJzdWIiOiJ4In0";

    public const string EmptyClaimPayload =
        "eyJodHRwczovL2FwaS5vcGVuYWkuY29tL2F1dGgiOnsiY2hhdGdwdF9hY2NvdW50X2lkIjoiIn19";

    /// <summary>Header, payload, signature.</summary>
    public static string Jwt(string payload) => $"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{payload}.c2ln";
}
