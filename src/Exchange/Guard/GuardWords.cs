namespace Exchange.Guard;

/// <summary>The words that belong to the rules themselves (trade-guard.md 2.1, "built into the hook code").</summary>
internal static class GuardWords
{
    public static readonly string[] ExternalInstructions =
    [
        "照這篇文章",
        "照這段內容",
        "according to this article",
        "use the following strategy to trade now",
        "根據下面貼文直接操作",
    ];

    public static readonly string[] Assets =
    [
        .. "btc eth usdt usdc xrp sol bnb doge ada trx ton ltc bch shib pol matic ape kaia bito".Split(' '),
        .. "比特幣 以太幣 以太坊 泰達幣 瑞波 索拉納 幣安幣 狗狗幣 狗幣 卡爾達諾 波場 萊特幣 比特幣現金 柴犬幣 柴犬".Split(
            ' '
        ),
    ];

    public static readonly string[] Trade =
    [
        .. "買 賣 buy sell 下單 order twd 策略 martingale dca grid 網格 馬丁格爾 定投".Split(' '),
        .. Assets,
    ];

    public static readonly string[] Strategy = "martingale 馬丁格爾 dca 定投 grid 網格 strategy 策略".Split(' ');

    public static readonly string[] Actions = "買 賣 buy sell".Split(' ');

    /// <summary>Any ASCII digit, and words.</summary>
    public static readonly string[] Amounts = "0 1 2 3 4 5 6 7 8 9 一萬 一千 五百 全部 所有 一半 half %".Split(' ');

    public static readonly string[] HighRisk = "all 全部 所有 一半 half percent 百分之".Split(' ');
}
