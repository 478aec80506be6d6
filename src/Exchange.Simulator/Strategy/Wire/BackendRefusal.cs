namespace Exchange.Simulator.Strategy.Wire;

/// <summary>A request that is answered <c>{"code":n,"msg":"...","data":null}</c>.</summary>
internal sealed class BackendRefusal(int code, string? message = null)
    : Exception(message ?? BackendCode.MessageOf(code))
{
    public int Code { get; } = code;

    /// <summary>100: a parameter is missing or wrong.</summary>
    public static BackendRefusal Parameter(string name, string reason = "is missing or wrong") =>
        new(100, $"{name} {reason}");
}
