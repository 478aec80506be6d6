namespace Exchange.Simulator.Okx.Errors;

/// <summary>A code of okx-account.md 9.2: the HTTP status and the text that go with it.</summary>
internal sealed record OkxCode(string Code, int Status, string Message)
{
    // The rows of the contract's table that a server sends, in its order; below them what only our orders need.
    private static readonly OkxCode[] All =
    [
        new("50000", 400, "Body for POST request cannot be empty."),
        new("50001", 503, "Service temporarily unavailable. Try again later."),
        new("50002", 400, "JSON syntax error"),
        new("50004", 400, "API endpoint request timeout. The outcome is not known; query the order."),
        new("50006", 400, "Invalid content type. Use application/json."),
        new("50007", 200, "Account blocked."),
        new("50009", 200, "Account is suspended due to risk control."),
        new("50011", 429, "Too Many Requests"),
        new("50013", 429, "Systems are busy. Please try again later."),
        new("50026", 500, "System error. Try again later."),
        new("50035", 403, "This endpoint requires that the API key is bound to an IP address."),
        new("50038", 200, "This feature is unavailable in demo trading."),
        new("50053", 200, "This feature is only available in demo trading."),
        new("50051", 200, "Due to local laws and regulations this service is unavailable to you."),
        new("50052", 200, "Due to local laws and regulations you cannot trade this asset."),
        new("50061", 200, "Order rate limit of the account reached."),
        new("50100", 400, "API is frozen. Contact customer service."),
        new("50101", 401, "APIKey does not match current environment."),
        new("50102", 401, "Timestamp request expired."),
        new("50103", 401, "Request header OK-ACCESS-KEY cannot be empty."),
        new("50104", 401, "Request header OK-ACCESS-PASSPHRASE cannot be empty."),
        new("50106", 401, "Request header OK-ACCESS-SIGN cannot be empty."),
        new("50107", 401, "Request header OK-ACCESS-TIMESTAMP cannot be empty."),
        new("50105", 401, "Request header OK-ACCESS-PASSPHRASE incorrect."),
        new("50108", 401, "Exchange ID does not exist."),
        new("50109", 401, "Exchange domain does not exist."),
        new("50110", 401, "Your IP is not included in your API key's IP whitelist."),
        new("50111", 401, "Invalid OK-ACCESS-KEY."),
        new("50112", 401, "Invalid OK-ACCESS-TIMESTAMP."),
        new("50113", 401, "Invalid signature."),
        new("50114", 401, "Invalid authorization."),
        new("50115", 405, "Invalid request method."),
        new("50119", 401, "API key doesn't exist."),
        new("50120", 200, "This API key doesn't have permission to use this function."),
        new("50121", 200, "You can't access our services through this IP address."),
        new("51008", 200, "Order failed. Insufficient balance in account."),
        new("51119", 200, "Order failed. Insufficient balance."),
        new("51127", 200, "Available balance is 0."),
        new("51009", 200, "Order placement function is blocked in this account mode."),
        new("51021", 200, "Instrument ID does not exist."),
        new("51022", 200, "Instrument is not available for trading."),
        new("51027", 200, "Instrument expired."),
        new("51155", 200, "This trading pair is not available in your region."),
        new("51734", 200, "This trading pair is not supported for your KYC country or region."),
        new("404", 404, "Not Found"),
        new("50014", 400, "A required parameter is empty."),
        new("51000", 200, "Parameter error."),
        new("51016", 200, "Client order ID already exists."),
        new("51020", 200, "Order quantity is below the minimum of this instrument."),
        new("51121", 200, "Order quantity must be a multiple of the lot size."),
        new("51400", 200, "Cancellation failed as the order has been filled, cancelled, or does not exist."),
        new("51603", 200, "Order does not exist."),
        new("59000", 200, "Setting failed. Cancel any open orders or close any positions first."),
    ];

    private static readonly Dictionary<string, OkxCode> ByCode = All.ToDictionary(
        code => code.Code,
        StringComparer.Ordinal
    );

    /// <summary>The row of a code; one that is not in the table is a refusal under HTTP 200.</summary>
    public static OkxCode Of(string code) =>
        ByCode.GetValueOrDefault(code) ?? new(code, 200, "OKX API request failed.");
}
