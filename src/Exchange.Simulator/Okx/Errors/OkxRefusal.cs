namespace Exchange.Simulator.Okx.Errors;

/// <summary>A request that is answered <c>{"code":"...","msg":"...","data":[]}</c> with the status of the code.</summary>
internal sealed class OkxRefusal(string code, string? message = null) : Exception(message ?? OkxCode.Of(code).Message)
{
    public string Code { get; } = code;

    public int Status { get; } = OkxCode.Of(code).Status;

    public static OkxRefusal Empty(string parameter) => new("50014", $"Parameter {parameter} can not be empty.");
}
