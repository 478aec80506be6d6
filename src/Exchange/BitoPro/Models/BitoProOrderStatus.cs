namespace Exchange.BitoPro;

/// <summary>Status codes of orders (bitopro.md section 3). A code that is not listed is kept as its number.</summary>
public enum BitoProOrderStatus
{
    /// <summary>-1: a stop order that waits for its trigger.</summary>
    NotTriggered = -1,

    /// <summary>0: in the book, nothing filled.</summary>
    Unfilled = 0,

    /// <summary>1: in the book, partly filled.</summary>
    PartiallyFilled = 1,

    /// <summary>2: filled.</summary>
    Completed = 2,

    /// <summary>3: partly filled, the rest cancelled.</summary>
    PartiallyFilledCancelled = 3,

    /// <summary>4: cancelled.</summary>
    Cancelled = 4,

    /// <summary>6: a post-only order that would have taken.</summary>
    PostOnlyCancelled = 6,
}

/// <summary>What is said of a status.</summary>
public static class BitoProOrderStatusLabels
{
    /// <summary>The label in the language of the UI culture.</summary>
    public static string LabelOf(BitoProOrderStatus status) =>
        status switch
        {
            BitoProOrderStatus.NotTriggered => Language.Choose("Not triggered", "未觸發"),
            BitoProOrderStatus.Unfilled => Language.Choose("Unfilled", "未成交"),
            BitoProOrderStatus.PartiallyFilled => Language.Choose("Partially filled", "部分成交"),
            BitoProOrderStatus.Completed => Language.Choose("Completed", "完全成交"),
            BitoProOrderStatus.PartiallyFilledCancelled => Language.Choose(
                "Partially filled, cancelled",
                "部分成交後取消"
            ),
            BitoProOrderStatus.Cancelled => Language.Choose("Cancelled", "已取消"),
            BitoProOrderStatus.PostOnlyCancelled => Language.Choose("Post-only cancelled", "只掛單已取消"),
            _ => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    /// <summary>True while the order can still be filled or triggered: -1, 0, 1.</summary>
    public static bool IsOpen(BitoProOrderStatus status) =>
        status is BitoProOrderStatus.NotTriggered or BitoProOrderStatus.Unfilled or BitoProOrderStatus.PartiallyFilled;
}
