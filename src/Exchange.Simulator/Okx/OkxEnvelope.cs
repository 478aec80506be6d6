using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx;

/// <summary>The envelope of every REST answer: <c>{"code":"0","msg":"","data":[...]}</c>.</summary>
internal static class OkxEnvelope
{
    public static void Write(Call call, string code, string message, Action<Utf8JsonWriter> writeItems)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("code", code);
        call.Json.WriteStartArray("data");
        writeItems(call.Json);
        call.Json.WriteEndArray();
        call.Json.WriteString("msg", message);
        call.Json.WriteEndObject();
    }

    public static void Refuse(Call call, int status, string code, string message)
    {
        call.Clear();
        call.Status = status;
        Write(call, code, message, _ => { });
    }
}
