using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>Talks to the control plane of a simulator in another process.</summary>
internal sealed class SimulatorRemote(Uri address, ReadCorridor corridor, ApiListener listener) : IRequestSigner
{
    private readonly Uri _address = address;

    public string Scope => "control";

    public SignedRequest Sign(ApiRequest request) => new([], request.Body?.Invoke(0));

    public Task<SimulatorInfo> StatusAsync(CancellationToken cancel) =>
        Client()
            .SendAsync(
                Request("status", HttpMethod.Get, Repeat.Safe),
                SimulatorJson.Default.SimulatorStatusWire,
                wire => wire.ToInfo(_address),
                cancel
            );

    /// <summary>Moves its clock on.</summary>
    public Task<SimulatorInfo> AdvanceAsync(TimeSpan by, CancellationToken cancel) =>
        TellAsync("clock", json => json.WriteString("advance", by.ToString("c")), cancel);

    /// <summary>Ends every fault.</summary>
    public Task<SimulatorInfo> ClearFaultsAsync(CancellationToken cancel) => TellAsync("faults", _ => { }, cancel);

    /// <summary>Adds a fault to those in force; null leaves a condition out.</summary>
    public Task<SimulatorInfo> AddFaultAsync(
        string name,
        double rate,
        string? method,
        string? path,
        int? count,
        CancellationToken cancel
    ) =>
        TellAsync(
            "faults",
            json =>
            {
                json.WriteString("name", name);
                json.WriteNumber("rate", rate);
                json.WriteString("method", method);
                json.WriteString("path", path);
                if (count is { } times)
                {
                    json.WriteNumber("count", times);
                }
            },
            cancel
        );

    /// <summary>Moves a BitoPro pair's market to a price.</summary>
    public Task<SimulatorInfo> MovePriceAsync(string pair, string price, CancellationToken cancel) =>
        TellAsync(
            "bitopro/price",
            json =>
            {
                json.WriteString("pair", pair);
                json.WriteString("price", price);
            },
            cancel
        );

    /// <summary>Moves a token of the agentic wallet to a price in USD.</summary>
    public Task<SimulatorInfo> MoveTokenAsync(string token, string price, CancellationToken cancel) =>
        TellAsync(
            "web3/price",
            json =>
            {
                json.WriteString("token", token);
                json.WriteString("price", price);
            },
            cancel
        );

    /// <summary>Decides a sign-in: an address is the wallet's, anything else a user code of OKX.</summary>
    public Task<SimulatorInfo> DecideAsync(string signIn, bool isApproved, CancellationToken cancel)
    {
        var isWallet = signIn.Contains("://", StringComparison.Ordinal) || Guid.TryParse(signIn, out _);
        return TellAsync(
            $"{(isWallet ? "web3" : "okx")}/{(isApproved ? "approve" : "deny")}",
            json => json.WriteString(isWallet ? "signIn" : "userCode", signIn),
            cancel
        );
    }

    /// <summary>Makes the next calls of a service fail with its own code.</summary>
    public Task<SimulatorInfo> FailAsync(
        string service,
        string path,
        string code,
        int count,
        CancellationToken cancel
    ) =>
        TellAsync(
            $"{service}/fail",
            json =>
            {
                json.WriteString("path", path);
                json.WriteString("code", code);
                json.WriteNumber("count", count);
            },
            cancel
        );

    /// <summary>Ends it.</summary>
    public Task<SimulatorInfo> StopAsync(CancellationToken cancel) => TellAsync("stop", _ => { }, cancel);

    private Task<SimulatorInfo> TellAsync(string name, Action<Utf8JsonWriter> write, CancellationToken cancel) =>
        Client()
            .SendAsync(
                Request(name, HttpMethod.Post, Repeat.Never) with
                {
                    Body = _ => Json(write),
                },
                SimulatorJson.Default.SimulatorStatusWire,
                wire => wire.ToInfo(_address),
                cancel
            );

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private ApiClient Client() => corridor.ClientOf(new ApiService("Simulator", _address, ErrorIn), this, listener);

    private static ApiRequest Request(string name, HttpMethod method, Repeat repeat) =>
        new()
        {
            Call = name,
            Method = method,
            Path = $"/_simulator/{name}",
            IsPrivate = false,
            Limits = [],
            Repeat = repeat,
        };

    private static ServiceError? ErrorIn(ApiRequest request, ApiReply reply) =>
        reply switch
        {
            { IsSuccess: true } => null,
            { Status: 400 } when ReasonIn(reply) is { } reason => new(
                "Refused",
                ErrorKind.InvalidInput,
                $"The simulator refuses: {reason}",
                null,
                null
            ),
            _ => new(
                "NotASimulator",
                ErrorKind.InvalidReply,
                $"What listens there answers {reply.Status}; it is not a simulator, or does not know this command.",
                $"Check {SimulatorHost.AddressVariable}.",
                null
            ),
        };

    private static string? ReasonIn(ApiReply reply)
    {
        try
        {
            return JsonSerializer.Deserialize(reply.Body.Span, SimulatorJson.Default.SimulatorRefusalWire)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed class SimulatorStatusWire
{
    [JsonPropertyName("pid"), JsonRequired]
    public int Pid { get; set; }

    [JsonPropertyName("seed")]
    public int Seed { get; set; }

    [JsonPropertyName("now")]
    public DateTimeOffset Now { get; set; }

    [JsonPropertyName("requests")]
    public JsonElement Requests { get; set; }

    [JsonPropertyName("streams")]
    public int Streams { get; set; }

    [JsonPropertyName("faults")]
    public JsonElement Faults { get; set; }

    [JsonPropertyName("services")]
    public string[] Services { get; set; } = [];

    public SimulatorInfo ToInfo(Uri address) =>
        new()
        {
            Address = address,
            ProcessId = Pid,
            InProcess = false,
            Seed = Seed,
            Now = Now,
            Requests = CountOf(Requests),
            Streams = Streams,
            Faults = [.. FaultsOf(Faults)],
            Services = Services,
        };

    private static long CountOf(JsonElement requests) =>
        requests.ValueKind switch
        {
            JsonValueKind.Number => requests.GetInt64(),
            JsonValueKind.Object when requests.TryGetProperty("count", out var count) => count.GetInt64(),
            _ => 0,
        };

    private static IEnumerable<string> FaultsOf(JsonElement faults) =>
        faults.ValueKind switch
        {
            JsonValueKind.Array => faults.EnumerateArray().Select(OneOf),
            JsonValueKind.Object => faults.EnumerateObject().Select(fault => $"{fault.Name}={fault.Value}"),
            _ => [],
        };

    private static string OneOf(JsonElement fault) => $"{Text(fault, "name")}={Text(fault, "rate")}";

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : "";
}

internal sealed class SimulatorRefusalWire
{
    [JsonPropertyName("error")]
    public string? Error { get; set; }
}

[JsonSerializable(typeof(SimulatorStatusWire))]
[JsonSerializable(typeof(SimulatorRefusalWire))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
