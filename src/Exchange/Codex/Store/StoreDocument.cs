using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exchange.Codex.Store;

/// <summary>The store's content, and the few edits that are ours to make (codex-auth.md 5.5 to 5.8).</summary>
internal sealed class StoreDocument
{
    private const string Profiles = "profiles";
    private const string Version = "version";
    private const string Order = "order";

    // What belongs to a person or an account, and so not to another one's login.
    private static readonly string[] OfTheAccount =
    [
        "email",
        "displayName",
        "idToken",
        "chatgptPlanType",
        "projectId",
        "oauthRef",
    ];

    private readonly JsonObject _root;

    private StoreDocument(JsonObject root, byte[]? bytes)
    {
        _root = root;
        Bytes = bytes;
    }

    /// <summary>The bytes that it was read from; null when there was no file.</summary>
    public byte[]? Bytes { get; }

    /// <summary>Every profile id, in the store's order.</summary>
    public IReadOnlyList<string> Ids => [.. (Section?.Select(one => one.Key)) ?? []];

    /// <summary>The ids of this provider's profiles, in ordinal order.</summary>
    public IReadOnlyList<string> Discovered =>
        [.. Ids.Where(id => IsProvider(Find(id), CodexConstants.Provider)).Order(StringComparer.Ordinal)];

    /// <summary>Those, and the ones that a later version of the other program has renamed.</summary>
    public IReadOnlyList<string> Listed =>
        [
            .. Ids.Where(id =>
                    IsProvider(Find(id), CodexConstants.Provider)
                    || (
                        id.StartsWith(CodexConstants.ProviderPrefix, StringComparison.Ordinal)
                        && IsProvider(Find(id), CodexConstants.RenamedProvider)
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    private JsonObject? Section => _root[Profiles] as JsonObject;

    /// <summary>Reads a store; no file, or nothing but white space, is a new one.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.store_corrupt</c>, <c>CodexAuth.store_shape_unsupported</c></exception>
    public static StoreDocument Parse(byte[]? bytes, string path)
    {
        try
        {
            var root = StoreJson.Parse(bytes) ?? [];
            if (root.TryGetPropertyValue(Profiles, out var profiles))
            {
                return profiles is JsonObject ? new StoreDocument(root, bytes) : throw Corrupt(path);
            }
            // Before there was this file, credentials stood in one like it without the section.
            return root.Any(member => member.Value is JsonObject credential && IsCredential(credential))
                ? throw CodexError.Of(
                    "store_shape_unsupported",
                    $"{path} has the shape of an older version, without 'profiles'; it was left as it is.",
                    "Let the other program migrate it first: openclaw doctor."
                )
                : new StoreDocument(root, bytes);
        }
        catch (JsonException trouble)
        {
            throw Corrupt(path, trouble);
        }
    }

    /// <summary>The record of an id; null when there is none, or it is not an object.</summary>
    public JsonObject? Find(string id) => Section?[id] as JsonObject;

    /// <summary>A text of the record.</summary>
    public static string? Text(JsonObject? record, string name) => StoreJson.Text(record?[name]);

    /// <summary>True when the record is of this provider.</summary>
    public static bool IsProvider(JsonObject? record, string provider) =>
        string.Equals(Text(record, "provider")?.Trim(), provider, StringComparison.OrdinalIgnoreCase);

    /// <summary>The ids that the other program is told to use, in its order; null when it decides by itself.</summary>
    public IReadOnlyList<string>? Ordered =>
        (_root[Order] as JsonObject)?[CodexConstants.Provider] is JsonArray ids
            ? [.. ids.OfType<JsonValue>().Select(id => StoreJson.Text(id) ?? "")]
            : null;

    /// <summary>The usage statistics of an id, which are the other program's.</summary>
    public JsonObject? Statistics(string id) => (_root["usageStats"] as JsonObject)?[id] as JsonObject;

    /// <summary>What must hold before a record is written; touches nothing.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.store_version_unsupported</c>, <c>CodexAuth.profile_uses_secret_ref</c>,
    /// <c>CodexAuth.store_shape_unsupported</c></exception>
    public void CheckWritable(string id, bool force)
    {
        if (
            !force
            && _root[Version] is JsonValue version
            && version.TryGetValue<decimal>(out var number)
            && number > CodexConstants.StoreVersion
        )
        {
            throw CodexError.Of(
                "store_version_unsupported",
                $"The store is of version {number}; version {CodexConstants.StoreVersion} is known here.",
                "Look at what changed before you repeat with -Force.",
                id
            );
        }
        if (Section is { } section && section.ContainsKey(id) && Find(id) is null)
        {
            throw CodexError.Of("store_shape_unsupported", $"The record of {id} is not an object.", profile: id);
        }
        if (!force && Find(id)?["oauthRef"] is JsonObject)
        {
            throw CodexError.Of(
                "profile_uses_secret_ref",
                $"The tokens of {id} are kept in an encrypted file beside the store, which is not written here.",
                "Use the other program: openclaw models auth login --provider openai. -Force writes the record all the same.",
                id
            );
        }
    }

    /// <summary>Refuses a login of another account than the record's.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.account_mismatch</c></exception>
    public void CheckAccount(string id, string accountId, bool force)
    {
        if (!force && Text(Find(id), "accountId") is { Length: > 0 } before && before != accountId)
        {
            throw CodexError.Of(
                "account_mismatch",
                $"{id} belongs to another account than the one that was signed in; the record was left as it is.",
                "Sign in with the account of that profile, choose another profile, or replace the login with -Force.",
                id
            );
        }
    }

    /// <summary>The document with the record in it: six members are set, all others stay (codex-auth.md 5.5).</summary>
    public StoreDocument With(string id, CodexTokens tokens, bool setOrder)
    {
        var edited = new StoreDocument(Clone(), Bytes);
        edited.Set(id, tokens);
        edited.AddToOrder(id, setOrder);
        return edited;
    }

    public byte[] ToBytes() => StoreJson.Write(_root);

    /// <summary>A record as it stands in the store; for the recovery file.</summary>
    public static byte[] RecordBytes(JsonObject record) => StoreJson.Write(record);

    /// <summary>Proves that nothing but the record, the order and the version differs (codex-auth.md 5.8, row 7).</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.profile_drift_detected</c></exception>
    public void CheckDrift(StoreDocument before, string id)
    {
        var ids = before.Ids.Concat(Ids).Distinct(StringComparer.Ordinal).Where(one => one != id);
        var others = before
            ._root.Concat(_root)
            .Select(member => member.Key)
            .Distinct(StringComparer.Ordinal)
            .Where(name => name is not (Profiles or Order or Version));
        if (
            ids.Any(one => !StoreJson.AreSame(before.Section?[one], Section?[one]))
            || others.Any(name => !StoreJson.AreSame(before._root[name], _root[name]))
        )
        {
            throw CodexError.Of(
                "profile_drift_detected",
                "The edit would have changed more of the store than one profile; nothing was written.",
                profile: id
            );
        }
    }

    private void Set(string id, CodexTokens tokens)
    {
        _root.TryAdd(Version, JsonValue.Create(CodexConstants.StoreVersion));
        if (Section is null)
        {
            _root[Profiles] = new JsonObject();
        }
        var record = Find(id);
        if (record is null)
        {
            Section![id] = record = [];
        }
        if (Text(record, "accountId") is { Length: > 0 } before && before != (tokens.AccountId ?? before))
        {
            Array.ForEach(OfTheAccount, name => record.Remove(name));
        }
        var provider = IsProvider(record, CodexConstants.RenamedProvider)
            ? record["provider"]!.DeepClone()
            : JsonValue.Create(CodexConstants.Provider);
        record["type"] = "oauth";
        record["provider"] = provider;
        record["access"] = tokens.Access;
        record["refresh"] = tokens.Refresh ?? Text(record, "refresh");
        record["expires"] = tokens.Expires;
        if (tokens.AccountId is { } account)
        {
            record["accountId"] = account;
        }
    }

    // A list excludes whoever is not in it and ends the rotation, so none is begun unasked (codex-auth.md 5.6).
    private void AddToOrder(string id, bool setOrder)
    {
        if ((_root[Order] as JsonObject)?[CodexConstants.Provider] is JsonArray ids)
        {
            if (Ordered!.Contains(id, StringComparer.Ordinal))
            {
                return;
            }
            ids.Add((JsonNode)id);
            return;
        }
        if (!setOrder)
        {
            return;
        }
        if (_root[Order] is not JsonObject order)
        {
            _root[Order] = order = [];
        }
        order[CodexConstants.Provider] = new JsonArray([
            .. Discovered.Where(one => one != id).Append(id).Select(one => (JsonNode)one),
        ]);
    }

    private JsonObject Clone() => Bytes is null ? [] : StoreJson.Parse(Bytes) ?? [];

    private static bool IsCredential(JsonObject one) =>
        Text(one, "type") is "oauth" or "api_key" or "token"
        || Text(one, "mode") is not null
        || one.ContainsKey("access");

    private static ExchangeException Corrupt(string path, Exception? inner = null) =>
        CodexError.Of(
            "store_corrupt",
            $"{path} is not a store: not whole, not JSON, a member twice, or 'profiles' is not an object. It was left as it is.",
            "Mend it by hand, or put a backup in its place; nothing is written over what cannot be read.",
            inner: inner
        );
}
