using System.Globalization;
using System.Text.RegularExpressions;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>What was done at a service and what became of it: journal, service and arrivals held against each other.</summary>
internal sealed partial record Tally
{
    /// <summary>Things that the users wanted.</summary>
    public int Wanted { get; init; }

    /// <summary>Attempts to make something that were written down.</summary>
    public int Placed { get; init; }

    /// <summary>Things that the service holds.</summary>
    public int Effects { get; init; }

    /// <summary>Things that the service holds and whose attempt says that it failed, or that no attempt knows.</summary>
    public int Lost { get; init; }

    /// <summary>Things beyond the first of their mark.</summary>
    public int Doubled { get; init; }

    /// <summary>Attempts that are called accepted, while the service holds nothing of that id.</summary>
    public int NotThere { get; init; }

    /// <summary>Requests to make something that arrived.</summary>
    public int Arrived { get; init; }

    /// <summary>Those that asked for something once more, as the contract allows.</summary>
    public int AllowedAgain { get; init; }

    /// <summary>Those that did so although nothing allows it.</summary>
    public int ForbiddenAgain { get; init; }

    /// <summary>Cancellations and resumptions that were written down.</summary>
    public int Followed { get; init; }

    /// <summary>Those that were accepted.</summary>
    public int FollowedAccepted { get; init; }

    /// <summary>Those that were accepted and had no effect.</summary>
    public int FollowedInVain { get; init; }

    /// <summary>Kills without warning, each with a restart.</summary>
    public int Kills { get; init; }

    /// <summary>Attempts that were unknown before they were settled.</summary>
    public int UnknownBefore { get; init; }

    /// <summary>Why attempts are unknown still, with how many there are of each reason.</summary>
    public IReadOnlyDictionary<string, int> LeftUnknown { get; init; } = new Dictionary<string, int>();

    /// <summary>How often each fault struck, and how many requests there were.</summary>
    public IReadOnlyDictionary<string, int> Struck { get; init; } = new Dictionary<string, int>();

    /// <summary>All of it in one line.</summary>
    public string Summary =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"wanted {Wanted}, written {Placed}, arrived {Arrived} (allowed again {AllowedAgain}, forbidden again {ForbiddenAgain}), effects {Effects}, lost {Lost}, doubled {Doubled}, not there {NotThere}, followed {Followed} (accepted {FollowedAccepted}, in vain {FollowedInVain}), kills {Kills}, unknown before {UnknownBefore}, left unknown {LeftUnknown.Values.Sum()} {Told(LeftUnknown)}"
        );

    public static Tally Of(
        IServiceUnderFaults service,
        ExchangeSimulator simulator,
        Arrivals arrivals,
        IReadOnlyList<Attempt> attempts
    )
    {
        var effects = service.Effects(simulator);
        var places = attempts.Where(attempt => attempt.Operation == service.Operation).ToList();
        var follows = attempts.Where(attempt => attempt.Operation != service.Operation).ToList();
        var accepted = follows.Where(attempt => attempt.State == AttemptState.Accepted).ToList();
        var known = places.Select(attempt => attempt.Reference).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var open = places
            .Where(attempt => attempt.State == AttemptState.Unknown)
            .Select(attempt => Mark.Of(attempt.Facts[service.MarkFact]))
            .ToHashSet(StringComparer.Ordinal);
        var there = effects.Select(effect => effect.Reference).ToHashSet(StringComparer.Ordinal);
        return new Tally
        {
            Placed = places.Count,
            Effects = effects.Count,
            Lost = effects.Count(effect => !known.Contains(effect.Reference) && !open.Contains(effect.Mark)),
            Doubled = effects.Count - effects.DistinctBy(effect => effect.Mark).Count(),
            NotThere = places.Count(attempt =>
                attempt.State == AttemptState.Accepted && !there.Contains(attempt.Reference ?? "")
            ),
            Arrived = arrivals.Marks + arrivals.Again,
            AllowedAgain = arrivals.Again - arrivals.Forbidden,
            ForbiddenAgain = arrivals.Forbidden,
            Followed = follows.Count,
            FollowedAccepted = accepted.Count,
            FollowedInVain = accepted.Count(attempt =>
                !service.HasFollowed(simulator, attempt, attempt.Facts[service.ReferenceFact])
            ),
            LeftUnknown = Counted(
                attempts.Where(one => one.State == AttemptState.Unknown).Select(one => Plain(one.Reason ?? "no reason"))
            ),
            Struck = Counted(simulator.Requests.Last.Select(request => request.Fault?.ToString() ?? "None")),
        };
    }

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally one, Tally other) =>
        new()
        {
            Wanted = one.Wanted + other.Wanted,
            Placed = one.Placed + other.Placed,
            Effects = one.Effects + other.Effects,
            Lost = one.Lost + other.Lost,
            Doubled = one.Doubled + other.Doubled,
            NotThere = one.NotThere + other.NotThere,
            Arrived = one.Arrived + other.Arrived,
            AllowedAgain = one.AllowedAgain + other.AllowedAgain,
            ForbiddenAgain = one.ForbiddenAgain + other.ForbiddenAgain,
            Followed = one.Followed + other.Followed,
            FollowedAccepted = one.FollowedAccepted + other.FollowedAccepted,
            FollowedInVain = one.FollowedInVain + other.FollowedInVain,
            Kills = one.Kills + other.Kills,
            UnknownBefore = one.UnknownBefore + other.UnknownBefore,
            LeftUnknown = Sum(one.LeftUnknown, other.LeftUnknown),
            Struck = Sum(one.Struck, other.Struck),
        };

    /// <summary>Counts by name, the most frequent first: <c>12 Slow, 3 Html</c>.</summary>
    public static string Told(IReadOnlyDictionary<string, int> counts) =>
        string.Join(
            ", ",
            counts
                .OrderByDescending(one => one.Value)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value} {one.Key}"))
        );

    private static Dictionary<string, int> Counted(IEnumerable<string> names) =>
        names
            .GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(one => one.Key, one => one.Count(), StringComparer.Ordinal);

    private static Dictionary<string, int> Sum(
        IReadOnlyDictionary<string, int> one,
        IReadOnlyDictionary<string, int> other
    ) =>
        one.Concat(other)
            .GroupBy(both => both.Key, StringComparer.Ordinal)
            .ToDictionary(both => both.Key, both => both.Sum(count => count.Value), StringComparer.Ordinal);

    // Reasons name orders and times; alike are those that say the same of others.
    private static string Plain(string reason) => Digits().Replace(reason, "#");

    [GeneratedRegex(@"[0-9][0-9a-fA-F:.\-T+]*", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
