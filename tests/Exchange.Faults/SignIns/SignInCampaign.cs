using System.Globalization;
using System.Runtime.CompilerServices;
using Exchange.Faults.Orders;

namespace Exchange.Faults.SignIns;

/// <summary>
/// Sign-ins to Codex and renewals of their tokens, which pass no journal: a code and a refresh token work once, so that a lost answer can cost
/// a login. What it must never cost is the store, a login that was claimed, or a second send by itself.
/// </summary>
internal sealed class SignInCampaign : ICampaign
{
    private const int Seed = 20260302;

    public string Name => "Sign-ins under faults";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (sittings, each, workers) = scale switch
        {
            Scale.Reduced => (1, 4, 2),
            Scale.Usual => (2, 100, 4),
            _ => (10, 100, 4),
        };
        var all = new List<SignInSitting>();
        for (var i = 0; i < sittings; i++)
        {
            var sitting = new SignInSitting(each, workers, Seed + i);
            await sitting.RunAsync(cancel);
            all.Add(sitting);
            if (sittings > 1)
            {
                await Console.Error.WriteLineAsync(
                    Text(
                        $"Codex: sitting {i + 1} of {sittings}: exchanges {sitting.Ledger.Exchanges}, renewals {sitting.Ledger.Renewals}, kills {sitting.Kills}, store {sitting.Store}, kept {sitting.Kept}, mended {sitting.Mended}, bad errors {sitting.Ledger.BadErrors}, sent by itself {SentByItself(sitting)}"
                    )
                );
            }
        }
        var ledgers = all.ConvertAll(one => one.Ledger);
        var errors = ledgers
            .SelectMany(ledger => ledger.Errors)
            .GroupBy(error => error.Key, StringComparer.Ordinal)
            .ToDictionary(error => error.Key, error => error.Sum(one => one.Value), StringComparer.Ordinal);
        yield return new(
            "Codex: store torn, or a part of others changed",
            all.Sum(one => one.Store.Reads),
            all.Sum(one => one.Store.Wrong),
            all.Select(one => one.Store.First).FirstOrDefault(first => first.Length > 0)
                ?? "tried: reads while it was written"
        );
        yield return new(
            "Codex: claimed logins that do not work",
            all.Sum(one => one.Kept.Claimed),
            all.Sum(one => one.Kept.Wrong),
            Text(
                $"{ledgers.Sum(one => one.Exchanges)} exchanges and {ledgers.Sum(one => one.Renewals)} renewals begun, {ledgers.Sum(one => one.Claimed)} claimed as done; {sittings} sittings, {all.Sum(one => one.Kills)} kills and restarts, {ledgers.Sum(one => one.Interrupted)} of them within a command"
            )
        );
        yield return new(
            "Codex: codes and tokens sent again by itself",
            all.Sum(one => one.Arrivals.Codes + one.Arrivals.Refreshes),
            all.Sum(SentByItself),
            Text(
                $"{all.Sum(one => one.Arrivals.Codes)} requests with a code, {all.Sum(one => one.Arrivals.Refreshes)} with a refresh token"
            )
        );
        yield return new(
            "Codex: errors that do not say what to do",
            errors.Values.Sum(),
            ledgers.Sum(one => one.BadErrors),
            Tally.Told(errors)
        );
        yield return new(
            "Codex: lost logins that a new sign-in does not mend",
            all.Sum(one => one.Mended.Gone),
            all.Sum(one => one.Mended.Wrong),
            "an answer that was lost on its way, or with its process, is the only copy of the tokens"
        );
    }

    // One command sends once; and what was answered whole is sent again only by whoever was killed before it could keep the answer.
    private static int SentByItself(SignInSitting one) =>
        Math.Max(0, one.Arrivals.Codes - one.Ledger.Exchanges)
        + Math.Max(0, one.Arrivals.Refreshes - one.Ledger.Renewals)
        + Math.Max(0, one.Arrivals.BehindTokens - one.Ledger.Interrupted);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
