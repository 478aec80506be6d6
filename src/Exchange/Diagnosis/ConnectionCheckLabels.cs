namespace Exchange.Diagnosis;

/// <summary>Checks and verdicts in words, in the language of the UI culture.</summary>
public static class ConnectionCheckLabels
{
    /// <summary>What was looked at.</summary>
    public static string LabelOf(ConnectionStep step) =>
        step switch
        {
            ConnectionStep.Endpoint => Language.Choose("Endpoint", "端點"),
            ConnectionStep.Proxy => Language.Choose("Proxy", "代理伺服器"),
            ConnectionStep.Dns => Language.Choose("DNS", "網域名稱"),
            ConnectionStep.Tcp => Language.Choose("TCP", "連線"),
            ConnectionStep.Tls => Language.Choose("TLS", "憑證"),
            ConnectionStep.Clock => Language.Choose("Clock", "時鐘"),
            ConnectionStep.Store => Language.Choose("Store", "登入檔案"),
            ConnectionStep.Credentials => Language.Choose("Credentials", "憑據"),
            ConnectionStep.Lock => Language.Choose("Lock", "檔案鎖"),
            ConnectionStep.SignedCall => Language.Choose("Signed call", "簽名呼叫"),
            _ => step.ToString(),
        };

    /// <summary>How it ended.</summary>
    public static string LabelOf(CheckVerdict verdict) =>
        verdict switch
        {
            CheckVerdict.Passed => Language.Choose("Passed", "通過"),
            CheckVerdict.Warning => Language.Choose("Warning", "警告"),
            CheckVerdict.Failed => Language.Choose("Failed", "失敗"),
            CheckVerdict.Skipped => Language.Choose("Skipped", "略過"),
            _ => verdict.ToString(),
        };
}
