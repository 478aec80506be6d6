using Exchange.Codex;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>Names of the profiles in the store, from the file and nowhere else; none when it cannot be read.</summary>
public sealed class CodexProfileCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => InStore;

    internal static IEnumerable<(string Text, string Tip)> InStore
    {
        get
        {
            var signIn = ExchangeRuntime.Current.Codex.SignIn(null, ApiListener.Silent);
            return (BackgroundFetch.Locally(() => signIn.GetProfilesAsync(null, CancellationToken.None)) ?? []).Select(
                profile => (profile.Selector, $"{profile.ProfileId}, {profile.ExpiryState}")
            );
        }
    }
}

/// <summary>Names of the sign-ins that were begun and wait to be completed; where there are none, of the profiles in the store.</summary>
public sealed class CodexPendingCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices
    {
        get
        {
            var signIn = ExchangeRuntime.Current.Codex.SignIn(null, ApiListener.Silent);
            var status = BackgroundFetch.Locally(() => signIn.GetStatusAsync(null, CancellationToken.None));
            var waiting = (status?.Pending ?? []).Where(one => !one.Expired).ToList();
            return waiting.Count == 0
                ? CodexProfileCompleter.InStore
                : waiting.Select(one => (NameOf(one), $"{one.ProfileId}, until {one.ExpiresAt.LocalDateTime:HH:mm}"));
        }
    }

    private static string NameOf(CodexPendingSignIn one) => one.ProfileId[(one.ProfileId.IndexOf(':') + 1)..];
}
