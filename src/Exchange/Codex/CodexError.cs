using System.Collections.Frozen;

namespace Exchange.Codex;

/// <summary>The error ids of codex-auth.md, in its order, and what sort of trouble each is.</summary>
public static class CodexError
{
    internal const string Service = "CodexAuth";

    private static readonly (string Id, ErrorKind Kind)[] Table =
    [
        // Section 2: the eras of the other program.
        ("store_superseded", ErrorKind.Conflict),
        ("profile_uses_secret_ref", ErrorKind.Conflict),
        // Section 3.
        ("bad_selector", ErrorKind.InvalidInput),
        ("account_mismatch", ErrorKind.Conflict),
        // Section 4.
        ("unsafe_tmp_dir", ErrorKind.Storage),
        ("pending_untrusted", ErrorKind.Storage),
        // Section 5.2, in the order of judgement.
        ("no_pending_flow", ErrorKind.NotFound),
        ("state_belongs_to_other_profile", ErrorKind.InvalidInput),
        ("pending_expired", ErrorKind.Conflict),
        ("bad_callback_url", ErrorKind.InvalidInput),
        ("ambiguous_callback", ErrorKind.InvalidInput),
        ("authorization_failed", ErrorKind.Authentication),
        ("missing_state", ErrorKind.InvalidInput),
        ("state_mismatch", ErrorKind.InvalidInput),
        ("access_denied", ErrorKind.Permission),
        ("missing_code", ErrorKind.InvalidInput),
        ("invalid_code", ErrorKind.InvalidInput),
        ("store_corrupt", ErrorKind.Storage),
        ("store_not_writable", ErrorKind.Storage),
        ("store_locked", ErrorKind.Storage),
        // Section 5.3.
        ("token_response_invalid", ErrorKind.InvalidReply),
        ("token_exchange_rejected", ErrorKind.Authentication),
        ("unsupported_region", ErrorKind.Permission),
        ("token_exchange_unavailable", ErrorKind.Service),
        ("network_error", ErrorKind.Connection),
        ("unexpected_redirect", ErrorKind.InvalidReply),
        ("missing_account_id", ErrorKind.InvalidReply),
        // Sections 5.5 and 5.8.
        ("store_version_unsupported", ErrorKind.Conflict),
        ("auth_path_symlink", ErrorKind.Storage),
        ("store_shape_unsupported", ErrorKind.Storage),
        ("profile_drift_detected", ErrorKind.Storage),
        ("lock_lost", ErrorKind.Storage),
        // Section 6.
        ("gateway_cli_missing", ErrorKind.NotFound),
        ("queue_start_failed", ErrorKind.Service),
        ("apply_busy", ErrorKind.Conflict),
        // Section 9.
        ("port_unavailable", ErrorKind.Connection),
        ("listen_timeout", ErrorKind.Timeout),
        // Section 11.
        ("missing_refresh_token", ErrorKind.Authentication),
        ("refresh_rejected", ErrorKind.Authentication),
        ("refresh_unavailable", ErrorKind.Service),
        ("refresh_persist_failed", ErrorKind.Storage),
        // Section 12.
        ("no_matching_codex_profiles", ErrorKind.NotFound),
        // docs/decisions/0051: a rehearsal never meets a real login.
        ("not_a_rehearsal_profile", ErrorKind.Conflict),
    ];

    private static readonly FrozenDictionary<string, ErrorKind> Kinds = Table.ToFrozenDictionary(
        row => row.Id,
        row => row.Kind,
        StringComparer.Ordinal
    );

    /// <summary>Every id, without the prefix <c>CodexAuth.</c>, in the contract's order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Table.Select(row => row.Id)];

    /// <summary>An error of the table. The message holds no token, code, state, verifier or callback URL.</summary>
    internal static ExchangeException Of(
        string id,
        string message,
        string? remedy = null,
        string? profile = null,
        Exception? inner = null
    ) => new($"{Service}.{id}", Kinds[id], message, inner) { Remedy = remedy, Target = profile };

    /// <summary>The id without its prefix; what is not of this service stays as it is.</summary>
    internal static string ShortId(ExchangeException trouble) =>
        trouble.ErrorId.StartsWith(Service + ".", StringComparison.Ordinal)
            ? trouble.ErrorId[(Service.Length + 1)..]
            : trouble.ErrorId;
}
