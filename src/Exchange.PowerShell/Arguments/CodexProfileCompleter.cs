using Exchange.Codex;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>Names of the profiles in the store, from the file and nowhere else; none when it cannot be read.</summary>
public sealed class CodexProfileCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        Read().Select(profile => (profile.Selector, $"{profile.ProfileId}, {profile.ExpiryState}"));

    // Completion runs on the prompt's thread, without a context to come back to.
    private static IReadOnlyList<CodexProfile> Read()
    {
        var signIn = ExchangeRuntime.Current.Codex.SignIn(null, ApiListener.Silent);
        var reading = Task.Run(() => signIn.GetProfilesAsync(null, CancellationToken.None));
        return reading.Wait(BackgroundFetch.Patience) ? reading.Result : [];
    }
}
