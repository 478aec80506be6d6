using System.Text;
using Exchange.Codex.Apply;
using Exchange.Codex.Listening;
using Exchange.Codex.Pending;
using Exchange.Codex.Store;
using Exchange.Storage;

namespace Exchange.Codex;

/// <summary>How a sign-in is to be completed.</summary>
public sealed record CodexCompletion
{
    /// <summary>What the profile is called.</summary>
    public string? Profile { get; init; }

    /// <summary>Another store than the one that the sign-in was begun for.</summary>
    public string? AuthPath { get; init; }

    /// <summary>Gives the pasted address; null when nobody can be asked.</summary>
    public required Func<CancellationToken, Task<Secret?>> CallbackUrl { get; init; }

    /// <summary>Shows what is about to happen; false stops before the code is used.</summary>
    public required Func<CodexSignInDraft, CancellationToken, Task<bool>> Confirm { get; init; }

    /// <summary>True when nothing at all is to change.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Writes the list of profiles to use, where there is none.</summary>
    public bool SetOrder { get; init; }

    /// <summary>Replaces another account's login, and writes where the other program no longer reads.</summary>
    public bool Force { get; init; }

    /// <summary>Starts the worker of a queued write; null writes at once.</summary>
    public CodexWorkerCommand? Queue { get; init; }

    /// <summary>The id of a queued write.</summary>
    public string JobId { get; init; } = "";
}

/// <content>From the callback to the record (codex-auth.md section 5).</content>
public sealed partial class CodexSignIn
{
    // Codes that these are answered to can be used again; after every other answer the sign-in is over.
    private static readonly string[] CodeIsLeft =
    [
        "token_exchange_unavailable",
        "network_error",
        "unexpected_redirect",
    ];

    /// <summary>Completes a sign-in with the address that the browser shows; null when the caller said no.</summary>
    /// <exception cref="ExchangeException">The ids of codex-auth.md 5.2, 5.3, 5.8 and section 6</exception>
    public async Task<CodexAuthResult?> CompleteAsync(CodexCompletion completion, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(completion);
        var selector = CodexSelector.Normalize(completion.Profile);
        var all = await _pending.ReadAsync(cancel).ConfigureAwait(false);
        var pending = await FindAsync(all, selector, cancel).ConfigureAwait(false);
        var given = await completion.CallbackUrl(cancel).ConfigureAwait(false);
        using (given)
        {
            // The characters of a SecureString become a text for as long as they are read, and no longer than this call.
            var pasted = given?.Reveal();
            if (pending is null)
            {
                throw NoPending(all, selector, pasted ?? "");
            }
            return await CompleteAsync(pending, pasted ?? throw NobodyToAsk(pending.ProfileId), completion, cancel)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Begins a sign-in, takes the browser's callback itself, and completes it.</summary>
    /// <param name="profile">What the profile is called.</param>
    /// <param name="begun">Told of the sign-in before the wait begins.</param>
    /// <param name="limit">How long the callback is waited for.</param>
    /// <param name="completion">How it is completed; its profile and callback are not asked for.</param>
    /// <param name="cancel">Ends the wait and closes the port.</param>
    public async Task<CodexAuthResult?> ListenAsync(
        string? profile,
        Action<CodexAuthStart> begun,
        TimeSpan limit,
        CodexCompletion completion,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(begun);
        var (shown, pending) = await BeginAsync(profile, cancel).ConfigureAwait(false);
        CallbackListener listener;
        try
        {
            listener = CallbackListener.Open(ListenPort, _clock);
        }
        catch (ExchangeException)
        {
            // The sign-in itself is good: the person can still paste.
            begun(shown);
            throw;
        }
        using (listener)
        {
            begun(shown);
            var callback = await listener.WaitAsync(pending, limit, cancel).ConfigureAwait(false);
            return await CompleteAsync(pending, callback, completion, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Where callbacks come; another port only in tests, for the service knows one alone.</summary>
    internal int ListenPort { get; init; } = CodexConstants.CallbackPort;

    private async Task<CodexAuthResult?> CompleteAsync(
        PendingSignIn pending,
        string pasted,
        CodexCompletion completion,
        CancellationToken cancel
    )
    {
        var code = await JudgeAsync(pending, pasted, completion.IsPreview, cancel).ConfigureAwait(false);
        var places = (completion.AuthPath ?? pending.AuthPath) is { } path ? _places.WithStore(path) : _places;
        var store = Store(places);
        await store
            .CheckAsync(pending.ProfileId, completion.Force, mayTouch: !completion.IsPreview, cancel)
            .ConfigureAwait(false);
        var gateway = completion.Queue is null
            ? null
            : GatewayCli.Find(_environment) ?? throw NoGateway(pending.ProfileId);
        var draft = new CodexSignInDraft(pending.ProfileId, places.StorePath, _endpoint, gateway is not null);
        if (!await completion.Confirm(draft, cancel).ConfigureAwait(false))
        {
            return null;
        }
        if (gateway is null)
        {
            var tokens = await SpendAsync(pending, code, cancel).ConfigureAwait(false);
            return await WriteAsync(store, places, pending, tokens, completion, cancel).ConfigureAwait(false);
        }
        var folder = CodexTemporaryFolder.Open(places);
        using var queue = await ApplyQueue
            .StartAsync(completion.Queue!, folder, pending.ProfileId, cancel)
            .ConfigureAwait(false);
        var spent = await SpendAsync(pending, code, cancel).ConfigureAwait(false);
        return await QueueAsync(queue, folder, places, gateway, pending, spent, completion, cancel)
            .ConfigureAwait(false);
    }

    private async Task<string> JudgeAsync(
        PendingSignIn pending,
        string pasted,
        bool isPreview,
        CancellationToken cancel
    )
    {
        var judged = CallbackJudgement.Judge(pending, pasted, _clock.GetUtcNow());
        if (judged.Refusal is not { } refusal)
        {
            return judged.Code!;
        }
        if (judged.Fate == PendingFate.Removed && !isPreview)
        {
            await _pending.RemoveAsync(pending, cancel).ConfigureAwait(false);
        }
        if (judged.Fate == PendingFate.Counted && !isPreview)
        {
            await _pending.CountAsync(pending, cancel).ConfigureAwait(false);
        }
        throw refusal;
    }

    private async Task<CodexTokens> SpendAsync(PendingSignIn pending, string code, CancellationToken cancel)
    {
        try
        {
            var tokens = await _client
                .ExchangeAsync(code, pending.Verifier, pending.ProfileId, cancel)
                .ConfigureAwait(false);
            await ForgetAsync(pending).ConfigureAwait(false);
            return tokens;
        }
        catch (ExchangeException trouble)
            when (!CodeIsLeft.Contains(CodexError.ShortId(trouble), StringComparer.Ordinal))
        {
            await ForgetAsync(pending).ConfigureAwait(false);
            throw;
        }
    }

    // A pending sign-in that stays is of no use to anybody; it must cost neither the tokens that were just given nor the word of what went wrong.
    private async Task ForgetAsync(PendingSignIn pending)
    {
        try
        {
            await _pending.RemoveAsync(pending, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is ExchangeException or IOException or UnauthorizedAccessException)
        {
            _warn(
                $"The sign-in of {pending.ProfileId} is over, but could not be taken off the list of pending ones: {trouble.Message}"
            );
        }
    }

    private async Task<CodexAuthResult> WriteAsync(
        AuthStore store,
        CodexPlaces places,
        PendingSignIn pending,
        CodexTokens tokens,
        CodexCompletion completion,
        CancellationToken cancel
    )
    {
        StoreWrite written;
        try
        {
            written = await store
                .WriteAsync(pending.ProfileId, tokens, completion.SetOrder, completion.Force, cancel)
                .ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            throw Unwritten(trouble, pending.ProfileId);
        }
        var provider = StoreDocument.Text(written.Written.Find(pending.ProfileId), "provider");
        return Result(places, pending.ProfileId, tokens, provider) with
        {
            BackupPath = written.BackupPath,
            RevertCommand = RevertCommand.For(places.StorePath, written.BackupPath),
        };
    }

    private async Task<CodexAuthResult> QueueAsync(
        ApplyQueue queue,
        string folder,
        CodexPlaces places,
        string gateway,
        PendingSignIn pending,
        CodexTokens tokens,
        CodexCompletion completion,
        CancellationToken cancel
    )
    {
        StoreDocument before;
        try
        {
            before = await Store(places).ReadAsync(cancel).ConfigureAwait(false);
            before.CheckAccount(pending.ProfileId, tokens.AccountId!, completion.Force);
        }
        catch (ExchangeException trouble)
        {
            throw Unwritten(trouble, pending.ProfileId);
        }
        await queue
            .HandOverAsync(
                new ApplyPayload
                {
                    JobId = completion.JobId,
                    ProfileId = pending.ProfileId,
                    AuthPath = places.StorePath,
                    StateFolder = places.StateFolder,
                    Gateway = gateway,
                    SetOrder = completion.SetOrder,
                    Force = completion.Force,
                    Tokens = tokens,
                }
            )
            .ConfigureAwait(false);
        _warn("A background job now stops the gateway, writes the login, and starts the gateway again if it ran.");
        var record = before.Find(pending.ProfileId);
        var provider = StoreDocument.IsProvider(record, CodexConstants.RenamedProvider)
            ? CodexConstants.RenamedProvider
            : CodexConstants.Provider;
        return Result(places, pending.ProfileId, tokens, provider) with
        {
            Queued = true,
            JobId = completion.JobId,
            StatusCommand = $"Get-CodexAuthStatus -Profile {CodexSelector.Of(pending.ProfileId)}",
            LogPath = ApplyLog.PathIn(folder),
        };
    }

    private CodexAuthResult Result(CodexPlaces places, string profileId, CodexTokens tokens, string? provider)
    {
        var declared = OtherConfig.Declares(places, profileId);
        if (declared == false)
        {
            _warn(OtherConfig.Hint(places, profileId));
        }
        return new CodexAuthResult
        {
            ProfileId = profileId,
            AccountId = tokens.AccountId!,
            Expires = DateTimeOffset.FromUnixTimeMilliseconds(tokens.Expires),
            ProviderWritten = provider ?? CodexConstants.Provider,
            ConfigDeclared = declared,
            OrderManagedElsewhere = OtherConfig.ManagesOrder(places),
        };
    }

    private async Task<PendingSignIn?> FindAsync(
        IReadOnlyList<PendingSignIn> all,
        string selector,
        CancellationToken cancel
    )
    {
        if (all.FirstOrDefault(one => one.Selector == selector) is { } mine)
        {
            return mine;
        }
        if (all.Count == 0)
        {
            return null;
        }
        var (profileId, _) = await ResolveAsync(selector, cancel).ConfigureAwait(false);
        return all.FirstOrDefault(one => one.ProfileId == profileId);
    }

    private static ExchangeException NoPending(IReadOnlyList<PendingSignIn> all, string selector, string pasted)
    {
        var state = CallbackUrl.TryParse(pasted)?.State;
        var owner = state is null ? null : all.FirstOrDefault(one => CallbackJudgement.IsState(one.State, state));
        return owner is null
            ? CodexError.Of(
                "no_pending_flow",
                $"No sign-in was begun for {selector}, or it was completed already.",
                $"Begin one: Start-CodexAuth -Profile {selector}",
                CodexConstants.ProviderPrefix + selector
            )
            : CodexError.Of(
                "state_belongs_to_other_profile",
                $"This address belongs to the sign-in of {owner.ProfileId}.",
                $"Complete that one: Complete-CodexAuth -Profile {owner.Selector ?? CodexSelector.Of(owner.ProfileId)}",
                owner.ProfileId
            );
    }

    private static ExchangeException NobodyToAsk(string profileId) =>
        CodexError.Of(
            "bad_callback_url",
            "No address was given, and nobody can be asked for it here.",
            "Give it with -CallbackUrl, as a SecureString or from the pipeline.",
            profileId
        );

    private static ExchangeException NoGateway(string profileId) =>
        CodexError.Of(
            "gateway_cli_missing",
            "The command openclaw is not on the path, so its gateway cannot be stopped and started.",
            "Complete the sign-in without -QueueApply, with the gateway stopped.",
            profileId
        );

    // Nothing that was there is lost; the new tokens are dropped, for a code works once.
    private static ExchangeException Unwritten(ExchangeException trouble, string profileId) =>
        new(
            trouble.ErrorId,
            trouble.Kind,
            $"{trouble.Message} The sign-in worked, but its login was not written.",
            trouble
        )
        {
            Remedy = string.Join(
                ' ',
                new[]
                {
                    trouble.Remedy,
                    $"Then begin anew: Start-CodexAuth -Profile {CodexSelector.Of(profileId)}",
                }.OfType<string>()
            ),
            Target = profileId,
        };
}
