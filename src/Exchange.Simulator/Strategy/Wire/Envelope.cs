using Exchange.Simulator.Http;

namespace Exchange.Simulator.Strategy.Wire;

/// <summary>The envelope of every answer: <c>{"code":0,"msg":"","data":...}</c> (strategy.md 2.2).</summary>
internal static class Envelope
{
    public static void Write(Call call, Web3Behaviour behaviour, Action<WireWriter> writeData)
    {
        var wire = new WireWriter(call.Json, behaviour);
        if (behaviour.BareArrays && IsMarket(call))
        {
            writeData(wire);
            return;
        }
        Start(call, behaviour, 0, "");
        writeData(wire);
        call.Json.WriteEndObject();
    }

    public static void Refuse(Call call, Web3Behaviour behaviour, int code, string message, int status = 200)
    {
        call.Clear();
        call.Status = status;
        Start(call, behaviour, code, message);
        call.Json.WriteNullValue();
        call.Json.WriteEndObject();
    }

    private static void Start(Call call, Web3Behaviour behaviour, int code, string message)
    {
        var isText = behaviour.Code == "text" || (behaviour.Code == "usual" && IsMarket(call));
        call.Json.WriteStartObject();
        call.Json.WritePropertyName("code");
        if (isText)
        {
            call.Json.WriteStringValue(DecimalText.Of(code));
        }
        else
        {
            call.Json.WriteNumberValue(code);
        }
        call.Json.WriteString("msg", message);
        call.Json.WritePropertyName("data");
    }

    private static bool IsMarket(Call call) => call.Path.Contains("/dex/market/", StringComparison.Ordinal);
}
