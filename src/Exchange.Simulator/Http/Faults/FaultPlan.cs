namespace Exchange.Simulator;

/// <summary>The faults in force. A seeded draw per request decides; at most one strikes a request, in the order of the rules.</summary>
public sealed class FaultPlan
{
    private readonly object _gate = new();
    private readonly ulong _seed;
    private readonly List<FaultRule> _rules = [];
    private long _draws;

    internal FaultPlan(int seed) => _seed = SeededNoise.Derive(seed, "faults");

    /// <summary>The rules in force, with the counts that are left.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules];
            }
        }
    }

    /// <summary>Adds a rule behind those in force.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside 0 to 1.</exception>
    public void Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Rate is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule.Rate, "A fault's rate is between 0 and 1.");
        }
        lock (_gate)
        {
            _rules.Add(rule);
        }
    }

    /// <summary>Replaces all rules by one rule per name, each for every request.</summary>
    public void Replace(IReadOnlyDictionary<string, double> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var rules = rates.Select(rate => new FaultRule(Parse(rate.Key), rate.Value)).ToList();
        lock (_gate)
        {
            _rules.Clear();
        }
        rules.ForEach(Add);
    }

    /// <summary>The next <paramref name="count"/> matching requests are struck for certain.</summary>
    public void Next(FaultKind kind, int count = 1, string? method = null, string? path = null) =>
        Add(
            new FaultRule(kind)
            {
                Count = count,
                Method = method,
                Path = path,
            }
        );

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    internal static FaultKind Parse(string name) =>
        Enum.TryParse<FaultKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw new ArgumentException($"Unknown fault '{name}'.", nameof(name));

    internal Fault? Decide(string method, string path)
    {
        lock (_gate)
        {
            for (var i = 0; i < _rules.Count; i++)
            {
                var rule = _rules[i];
                if (!rule.Matches(method, path) || Draw() >= rule.Rate)
                {
                    continue;
                }
                if (rule.Count is { } left)
                {
                    _rules[i] = rule with { Count = left - 1 };
                }
                _rules.RemoveAll(spent => spent.Count is <= 0);
                return Fault.From(rule, Draw(), Draw());
            }
            return null;
        }
    }

    private double Draw() => SeededNoise.Unit(_seed, ++_draws);
}
