namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>The documented answers of bitopro.md 2.4, in their order, word for word; and T12 rows for the rules of T22.</summary>
public static class WalletExamples
{
    public const string Transfers = // T19, T20
        """{"data":[{"serial":"20240101BW00000001","timestamp":"1704067200000","address":"0xabc0…","amount":"98.5","fee":"1.5","total":"100","status":"COMPLETE","txid":"ab12…","protocol":"BSC","id":"42"}]}""";

    public const string Withdrawal = // T21
        """{"data":{"serial":"20240101TW00000002","protocol":"MAIN","address":"0000xx1111","amount":"5000","fee":"15","total":"5015","status":"WAIT_PROCESS","id":"43","timestamp":"1704067200456"}}""";

    public const string WithdrawalCreated = // T22
        """{"data":{"serial":"20240101BW00000003","currency":"USDT","protocol":"TRX","address":"TX…","amount":"98","fee":"2","total":"100","id":"44"}}""";

    /// <summary>The fields of the contract's tables that its examples leave out.</summary>
    public const string FullTransfers =
        """{"data":[{"serial":"20240101BW00000001","timestamp":"1704067200000","datetime":"1704067200","address":"0xabc0…","amount":"98.5","fee":"1.5","total":"100","status":"COMPLETE","txid":"ab12…","message":"memo 7","protocol":"BSC","id":"42"}]}""";

    public const string FullWithdrawal =
        """{"data":{"serial":"20240101TW00000002","protocol":"MAIN","address":"0000xx1111","amount":"5000","fee":"15","total":"5015","status":"WAIT_PROCESS","message":"m","id":"43","timestamp":"1704067200456","datetime":"1704067200","txid":"ab12"}}""";

    public const string FullWithdrawalCreated =
        """{"data":{"serial":"20240101BW00000003","currency":"USDT","protocol":"TRX","address":"TX…","amount":"98","fee":"2","total":"100","message":"m","id":"44"}}""";

    public const string Fees = // T12, the rows that the tests withdraw by
        """{"tradingFeeRate":[],"restrictionsOfWithdrawalFees":[{"currency":"TWD","fee":"15","minimumTradingAmount":"100","maximumTradingAmount":"900000","protocol":"main"},{"currency":"USDT","fee":"8","minimumTradingAmount":"20","maximumTradingAmount":"1000","protocol":"erc20"},{"currency":"USDT","fee":"2","minimumTradingAmount":"5","maximumTradingAmount":"1000","protocol":"trx"},{"currency":"BTC","fee":"0.0005","minimumTradingAmount":"0.001","maximumTradingAmount":"100","protocol":""},{"currency":"XRP","fee":"0.25","minimumTradingAmount":"1","maximumTradingAmount":"","protocol":"main"},{"currency":"ATOM","fee":"1","minimumTradingAmount":"1","protocol":"main"}]}""";
}
