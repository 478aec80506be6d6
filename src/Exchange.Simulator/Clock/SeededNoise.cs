namespace Exchange.Simulator;

/// <summary>Random-access randomness: a value is a pure function of the seed and of where it is asked for.</summary>
internal static class SeededNoise
{
    /// <summary>A well-mixed 64-bit value (the finaliser of SplitMix64 over each part).</summary>
    public static ulong Hash(ulong seed, long a, long b = 0)
    {
        var mixed = Mix(seed + 0x9E3779B97F4A7C15UL);
        mixed = Mix(mixed ^ (ulong)a);
        return b == 0 ? mixed : Mix(mixed ^ ((ulong)b * 0xD6E8FEB86659FD93UL));
    }

    /// <summary>A number in [0, 1).</summary>
    public static double Unit(ulong seed, long a, long b = 0) => ToUnit(Hash(seed, a, b));

    /// <summary>A hash as a number in [0, 1).</summary>
    public static double ToUnit(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    /// <summary>The seed of a named part, so that parts do not move together.</summary>
    public static ulong Derive(int seed, string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }
        return Mix(hash ^ Mix((ulong)seed));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
