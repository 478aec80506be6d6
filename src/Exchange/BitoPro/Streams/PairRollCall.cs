using System.Text.Json;
using Exchange.BitoPro.Wire;

namespace Exchange.BitoPro;

/// <summary>
/// Knows which pairs of a subscription have appeared, because the service drops those silently that it does not know
/// (bitopro.md section 8), and warns once when one stays away.
/// </summary>
internal sealed class PairRollCall(IReadOnlyList<string> pairs, TimeProvider clock, Action<string> warn)
{
    // Books and tickers come at once, each on its own; this leaves a slow service its time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _missing = new(pairs, StringComparer.Ordinal);
    private long? _firstFrame;
    private bool _hasWarned;

    /// <summary>The pair of a frame, lower-case. Some frames do not name it (bitopro.md section 8), which is clear enough when there is but one.</summary>
    /// <exception cref="JsonException">A frame of several pairs names none.</exception>
    public string Present(string? named)
    {
        var pair =
            named is { Length: > 0 } ? StreamCase.Lower(named)
            : pairs.Count == 1 ? pairs[0]
            : throw new JsonException("A frame of several pairs without a pair.");
        _missing.Remove(pair);
        WarnOfMissing();
        return pair;
    }

    private void WarnOfMissing()
    {
        _firstFrame ??= clock.GetTimestamp();
        if (_hasWarned || _missing.Count == 0 || clock.GetElapsedTime(_firstFrame.Value) < Patience)
        {
            return;
        }
        _hasWarned = true;
        warn(
            $"Nothing has come of {string.Join(", ", _missing.Order(StringComparer.Ordinal))} yet. "
                + "The service does not say when it does not know a pair: see Get-BitoProTradingPair."
        );
    }
}
