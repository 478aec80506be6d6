namespace Exchange.Charts;

/// <summary>What a picture takes for a price or an amount. Within these bounds no difference and no sum of levels can overflow.</summary>
internal static class Drawable
{
    private const decimal Most = 1_000_000_000_000_000_000m;

    public static bool Is(decimal value) => value is >= 0 and <= Most;
}
