namespace Exchange.Simulator.Okx.Errors;

/// <summary>An item of a write that was not accepted: code "1" in the envelope, this in the item's sCode and sMsg (okx-account.md 8).</summary>
internal sealed class OrderRefusal(string code, string? message = null) : Exception(message ?? OkxCode.Of(code).Message)
{
    public string Code { get; } = code;

    public static OrderRefusal Parameter(string name) => new("51000", $"Parameter {name} error");
}
