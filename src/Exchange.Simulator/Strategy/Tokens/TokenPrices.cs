namespace Exchange.Simulator.Strategy.Tokens;

/// <summary>
/// USD prices as steps in time: each holds until the next. Steps may lie in the future, so a rehearsal can lay out a whole path, and
/// the instant at which a trigger is crossed is known exactly.
/// </summary>
internal sealed class TokenPrices
{
    private readonly Dictionary<Token, List<(long FromMs, decimal Price)>> _steps = [];

    public decimal At(Token token, long ms)
    {
        var price = token.Price;
        foreach (var (fromMs, next) in StepsOf(token))
        {
            if (fromMs > ms)
            {
                break;
            }
            price = next;
        }
        return price;
    }

    /// <summary>Sets the price from an instant on, in the place of every step that was laid out behind it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is not positive.</exception>
    public void Set(Token token, long fromMs, decimal price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        var steps = StepsOf(token);
        steps.RemoveAll(step => step.FromMs >= fromMs);
        steps.Add((fromMs, price));
        _steps[token] = steps;
    }

    /// <summary>The first instant from one on at which the price is at or beyond the trigger; null when no step gets there.</summary>
    public long? FirstCrossing(Token token, decimal trigger, bool isFall, long fromMs)
    {
        if (IsCrossed(At(token, fromMs)))
        {
            return fromMs;
        }
        foreach (var (stepMs, price) in StepsOf(token))
        {
            if (stepMs > fromMs && IsCrossed(price))
            {
                return stepMs;
            }
        }
        return null;

        bool IsCrossed(decimal price) => isFall ? price <= trigger : price >= trigger;
    }

    private List<(long FromMs, decimal Price)> StepsOf(Token token) => _steps.GetValueOrDefault(token) ?? [];
}
