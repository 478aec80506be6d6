using Exchange.Simulator.BitoPro.Limits;

namespace Exchange.Simulator.BitoPro;

/// <summary>A row of bitopro.md 2.0. <c>{}</c> in the template stands for any one segment.</summary>
internal sealed record Route(int Tool, string Method, string[] Template, RateLimit Limit, Action<RouteCall> Answer)
{
    /// <summary>The segment of a template that stands for any value.</summary>
    public const string Value = "{}";

    /// <summary>What the key must be allowed to do; null is a public endpoint.</summary>
    public SimulatorPermissions? Needs { get; init; }

    /// <summary>Whether the answer takes the venue's lock itself, and only briefly, because it is long work.</summary>
    public bool IsUnlocked { get; init; }

    /// <summary>Fills in the values of <c>{}</c> when the route is the call's.</summary>
    public bool Matches(string method, ReadOnlySpan<string> path, Span<string> values)
    {
        var count = 0;
        if (path.Length != Template.Length || !string.Equals(method, Method, StringComparison.Ordinal))
        {
            return false;
        }
        for (var i = 0; i < path.Length; i++)
        {
            if (Template[i] == Value)
            {
                values[count++] = path[i];
            }
            else if (!string.Equals(Template[i], path[i], StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }
}
