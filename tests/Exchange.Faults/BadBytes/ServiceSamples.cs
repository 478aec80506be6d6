namespace Exchange.Faults.BadBytes;

/// <summary>Good answers of the four services, one of each form that the contracts have.</summary>
internal static class ServiceSamples
{
    private const string Order =
        """{"id":"SL-777000111","pair":"btc_twd","price":"88000","avgExecutionPrice":"0","action":"SELL","type":"STOP_LIMIT","status":-1,"originalAmount":"0.25","remainingAmount":"0.25","executedAmount":"0","fee":"0","feeSymbol":"twd","bitoFee":"0","total":"0","seq":"BTCTWD42","stopPrice":"88500","condition":"<=","timeInForce":"GTC","clientId":2147483647,"createdTimestamp":1700000000127,"updatedTimestamp":1700000000127}""";

    private const string StrategyOrder =
        """{"orderId":"17262791359882690","status":2,"strategyId":"9","strategyType":2,"strategyMode":7,"orderType":1,"exchangeDirection":1,"chainId":"42161","chainName":"Arbitrum","userWalletAddress":"0xc4a8","createTime":"1778135508011","expireTime":1778740307340,"orderStatusUpdateTime":"2026-05-07T06:31:48Z","estimatedWaitTime":12,"canResume":1,"eventCursor":null,"fromToken":{"tokenAmount":"10","tokenSymbol":"USDC","tokenContractAddress":"0xaf88"},"toToken":{"amount":100,"tokenUsd":"10.1"},"triggerInfo":{"triggerPrice":"0.1","triggerRate":""},"transactionInfo":{"txHash":"0xabc"},"executionHistoryList":[{"code":1001,"msg":"m","txHash":"0x1","time":"1778135508011"},{"code":"x"}]}""";

    private const string Accounts =
        """[{"accountId":"acc-7f21","accountName":"Wallet 1","isDefault":true,"addresses":[{"accountId":"acc-7f21","address":"0xc4a8","chainIndex":"1"},null]}]""";

    public static IReadOnlyList<string> BitoPro { get; } =
    [
        """{"data":[{"pair":"btc_twd","lastPrice":"91234.5","isBuyer":true,"priceChange24hr":"-0.42","volume24hr":"37.5","high24hr":"92010","low24hr":"90500"}]}""",
        """{"data":{"pair":"btc_twd","lastPrice":91234.5,"isBuyer":true}}""",
        """{"asks":[{"price":"91300","amount":"0.5","count":2,"total":"0.5"}],"bids":[]}""",
        """{"data":[{"timestamp":1712000000,"price":"91250","amount":"0.04","isBuyer":false}]}""",
        """{"data":[{"timestamp":1712016000000,"open":"91000","high":"91500","low":"90900","close":"91400","volume":"12.34"}]}""",
        """{"data":[{"pair":"btc_twd","base":"btc","quote":"twd","basePrecision":"8","quotePrecision":"2","minLimitBaseAmount":"0.05","maxLimitBaseAmount":"50000","minMarketBuyQuoteAmount":"10","orderOpenLimit":"200","maintain":false,"amountPrecision":"4"}]}""",
        """{"data":[{"currency":"XYZ (ETH-ERC20)","withdrawFee":"2","minWithdraw":"5","maxWithdraw":"1000","maxDailyWithdraw":"5000","withdraw":true,"deposit":false,"depositConfirmation":"64"}]}""",
        """{"tradingFeeRate":[{"rank":0,"twdVolumeSymbol":"<","twdVolume":"3000000","bitoAmount":"3000","makerFee":"0.001","takerFee":"0.002","rankCondition":"or"}],"restrictionsOfWithdrawalFees":[{"currency":"TWD","fee":"20","minimumTradingAmount":"100","protocol":"main"}],"cryptocurrencyDepositFeeAndConfirmation":[{"currency":"BTC","generalDepositFees":"0"}],"ttCheckFeesAndLimitationsLevel1":[{"currency":"TWD"}],"ttCheckFeesAndLimitationsLevel2":[]}""",
        """{"currency":"usdt","buySwapQuotation":{"twd":{"pricingCurrency":"TWD","exchangeRate":"32.10"}},"sellSwapQuotation":{"twd":{"exchangeRate":"31.80"}}}""",
        """{"data":[{"currency":"twd","amount":"52000","available":"40000.5","stake":"0","tradable":true}]}""",
        Order,
        $$"""{"data":[{{Order}}]}""",
        """{"data":[{"tradeId":"900100","orderId":"5550001112","price":"88010","action":"SELL","baseAmount":"0.1","quoteAmount":"8801","fee":"17.602","feeSymbol":"TWD","isTaker":true,"timestamp":1700000050000,"createdTimestamp":1700000050000}]}""",
        """{"data":[{"serial":"20240101BW1","timestamp":"1704067200000","address":"0xabc","amount":"98.5","fee":"1.5","total":"100","status":"COMPLETE","txid":"ab12","protocol":"BSC","id":"42"}]}""",
        """{"error":"Invalid pair"}""",
        """{"error":{"code":5,"message":["x"]}}""",
    ];

    public static IReadOnlyList<string> Okx { get; } =
    [
        """{"code":"0","msg":"","data":[{"totalEq":"5","uTime":"1700000000000","details":[{"ccy":"USDT","cashBal":"1.5","availBal":"1","frozenBal":"0","eq":"1.5","eqUsd":"1.5"}]}]}""",
        """{"code":"0","msg":"","data":[{"instId":"BTC-USDT","instType":"SPOT","last":"1","askPx":"","bidPx":"2","open24h":"1","vol24h":"9","ts":"1700000000000"}]}""",
        """{"code":"0","msg":"","data":[{"ordId":"312","clOrdId":"b15","tag":"","sCode":"0","sMsg":""}]}""",
        """{"code":"1","msg":"All failed","data":[{"ordId":"","clOrdId":"x","sCode":"51008","sMsg":"Insufficient balance"}]}""",
        """{"code":"50113","msg":"Invalid Sign","data":[]}""",
        """{"code":0,"data":{"ts":"1"}}""",
        """{"msg":"no code","error":"x"}""",
    ];

    public static IReadOnlyList<string> OAuth { get; } =
    [
        """{"client_id":"c-1","client_id_issued_at":1,"redirect_uris":["http://127.0.0.1/callback"]}""",
        """{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"https://www.okx.com/activate","verification_uri_complete":"https://www.okx.com/activate?c=1","expires_in":600,"interval":"5"}""",
        """{"access_token":"a.b.c","token_type":"Bearer","refresh_token":"r","expires_in":3600,"scope":"live:read live:trade"}""",
        """{"code":"0","msg":"","data":[{"accessToken":"a","refreshToken":"r","expiresIn":"3600","scope":["live:read",7]}]}""",
        """{"error":"authorization_pending","error_description":"wait"}""",
        """{"code":"50000","msg":"slow_down","data":[{"error":"slow_down"}]}""",
        """{"issuer":"https://www.okx.com","device_authorization_endpoint":"https://www.okx.com/d","token_endpoint":"x","scopes_supported":["a"]}""",
    ];

    public static IReadOnlyList<string> Strategy { get; } =
    [
        $$"""{"code":0,"data":{{StrategyOrder}},"msg":""}""",
        $$"""{"code":"0","data":{"dataList":[{{StrategyOrder}},null],"cursor":"c"} }""",
        """{"code":0,"data":{"updateNum":2,"estimatedWaitTime":"12"}}""",
        """{"code":0,"data":{"successIds":["1",2],"failIds":[],"updateNum":1}}""",
        """{"code":0,"data":["deadbeef"]}""",
        """{"code":"0","data":[{"chainIndex":"42161","tokenContractAddress":"0x1","time":"1778135508011","price":"0.1523"}]}""",
        """[{"chainIndex":1,"tokenContractAddress":"0x1","tokenName":"A","tokenSymbol":"B","decimal":"18","tagList":{"communityRecognized":true}}]""",
        $$"""{"code":0,"data":[{"accessToken":"a.b.c","refreshToken":"r","saTeeId":"s","sessionCert":"c","encryptedSessionSk":"WGmv","sessionKeyExpireAt":1780727507,"projectId":"p1","accountId":"acc","isNew":0,"loginInfo":{"email":"u@example.com","loginType":"google"},"allAccountAddressList":{{Accounts}} }]}""",
        $$"""{"code":0,"data":{{Accounts}} }""",
        """{"code":0,"data":[{"flowId":1,"nonce":"n","iss":"i"}]}""",
        """{"code":60009,"msg":"busy","errorMessage":null}""",
        """{"code":"10008","detailMsg":"invalid access token"}""",
    ];

    public static IReadOnlyList<string> SealedKeys { get; } =
    [
        "WGmv9FBUlzLLqu1eXfmzCm2jHLDldCutWtShp2jxpns/Ao/wy1CfnMs9fApdHK8Yg+sZUf2hMaMEMoaJyOucouIOOIYtKgyEUQ6mrVbCAsQ=",
        "D77ghrSZD4FhOjt8h6irNQS9OBxaq7Ry6LobgKyBuV4rPLTulIoZSsEt5pZYptfSFo8AX+XwIYw8RRJXPNRhRSJDno4F0CLdPNFeat16/90=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    ];

    public static IReadOnlyList<string> Tokens { get; } =
    [
        """{"exp":1893456000,"https://api.openai.com/auth":{"chatgpt_account_id":"acct-1","chatgpt_plan_type":"plus"},"https://api.openai.com/profile":{"email":"a@example.com"},"iss":"x"}""",
        """{"exp":99999999999999,"email":"a@example.com"}""",
        "eyJhbGciOiJub25lIn0.eyJodHRwczovL2FwaS5vcGVuYWkuY29tL2F1dGgiOnsiY2hhdGdwdF9hY2NvdW50X2lkIjoien4-fj_Dv34ifX0.c2ln",
    ];

    public static IReadOnlyList<string> CodexTokens { get; } =
    [
        """{"access_token":"e30.eyJodHRwczovL2FwaS5vcGVuYWkuY29tL2F1dGgiOnsiY2hhdGdwdF9hY2NvdW50X2lkIjoien4-fj_Dv34ifX0.c2ln","refresh_token":"r","id_token":"a.b.c","expires_in":864000,"token_type":"Bearer"}""",
        """{"error":{"code":"refresh_token_reused","message":"m"}}""",
        """{"error":"invalid_grant","code":"unsupported_country_region_territory"}""",
    ];

    public static IReadOnlyList<string> CodexUsage { get; } =
    [
        """{"plan_type":"plus","rate_limit":{"allowed":true,"limit_reached":false,"primary_window":{"used_percent":23,"limit_window_seconds":18000,"reset_after_seconds":100,"reset_at":1893456000},"secondary_window":{"used_percent":"7.5","limit_window_seconds":604800,"reset_at":1893956000}},"credits":{"has_credits":true,"balance":"12.5"}}""",
        """{"plan_type":null,"rate_limit":null}""",
    ];
}
