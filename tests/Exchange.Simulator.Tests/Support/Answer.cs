using System.Net.Http.Headers;
using System.Text.Json;

namespace Exchange.Simulator.Tests.Support;

/// <summary>A reply, read whole.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    public JsonElement Data => Json.GetProperty("data");

    public string Code => Json.GetProperty("code").ToString();

    public string Error => Json.GetProperty("error").GetString()!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new((int)response.StatusCode, text, response.Headers);
        }
    }
}
