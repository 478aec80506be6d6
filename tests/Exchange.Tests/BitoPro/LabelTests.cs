using System.Globalization;
using Exchange.BitoPro;

namespace Exchange.Tests.BitoPro;

public sealed class LabelTests
{
    [Theory]
    [InlineData(-1, "Not triggered", "未觸發")]
    [InlineData(0, "Unfilled", "未成交")]
    [InlineData(1, "Partially filled", "部分成交")]
    [InlineData(2, "Completed", "完全成交")]
    [InlineData(3, "Partially filled, cancelled", "部分成交後取消")]
    [InlineData(4, "Cancelled", "已取消")]
    [InlineData(6, "Post-only cancelled", "只掛單已取消")]
    [InlineData(5, "5", "5")]
    public void A_status_has_one_label_in_each_language(int status, string english, string chinese)
    {
        Assert.Equal(english, In("en-US", () => BitoProOrderStatusLabels.LabelOf((BitoProOrderStatus)status)));
        Assert.Equal(chinese, In("zh-TW", () => BitoProOrderStatusLabels.LabelOf((BitoProOrderStatus)status)));
    }

    private static string In(string culture, Func<string> label)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return label();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
