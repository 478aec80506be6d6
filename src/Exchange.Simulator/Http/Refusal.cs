namespace Exchange.Simulator.Http;

/// <summary>A request that is answered with an error object: <c>{"error":"text"}</c> unless the contract names another key.</summary>
internal sealed class Refusal(int status, string text, string name = "error") : Exception(text)
{
    public int Status { get; } = status;

    public string Name { get; } = name;

    public static Refusal NotFound() => new(404, "404 NOT FOUND", "message");

    public static Refusal WrongParameter(string name) => new(400, $"Wrong parameter: {name}");
}
