using System.Text;
using System.Text.Json;
using Exchange.Desk;

namespace Exchange.Okx;

/// <summary>A request that moves something, complete, checked and not sent.</summary>
public sealed record OkxWriteDraft : IDraft
{
    private static readonly string[] SecretNames = ["passphrase", "secret", "password", "pwd", "token"];

    /// <summary>The whole path.</summary>
    public required string Path { get; init; }

    /// <summary>In order, not yet escaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    // May hold a secret, which the lines do not show.
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Site id.</summary>
    public required string Site { get; init; }

    /// <summary>True for simulated trading.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The account, masked.</summary>
    public string? Account { get; init; }

    /// <summary>Where it will be sent.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The address of the live service.</summary>
    public required Uri LiveAddress { get; init; }

    /// <inheritdoc/>
    public string Service => "Okx";

    /// <inheritdoc/>
    public string Action =>
        Path switch
        {
            OkxEndpoints.Order => Language.Choose("Place order", "下单"),
            OkxEndpoints.BatchOrders => Language.Choose("Place orders", "批量下单"),
            OkxEndpoints.CancelOrder => Language.Choose("Cancel order", "撤单"),
            OkxEndpoints.CancelBatchOrders => Language.Choose("Cancel orders", "批量撤单"),
            _ => Language.Choose("Send request", "发送请求"),
        };

    /// <inheritdoc/>
    public string Subject =>
        Query.Count == 0
            ? $"POST {Path}"
            : $"POST {Path}?{string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))}";

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [
            .. BodyLines(),
            new(
                Language.Choose("Trading", "交易"),
                IsDemo ? Language.Choose("simulated (demo)", "模拟盘") : Language.Choose("live", "实盘")
            ),
            new(Language.Choose("Account", "账户"), $"{Account} @ {Site}"),
            Destination.Line(Endpoint, LiveAddress),
        ];

    private List<DraftLine> BodyLines()
    {
        using var json = JsonDocument.Parse(Body);
        var root = json.RootElement;
        return root.ValueKind == JsonValueKind.Object
            ? [.. root.EnumerateObject().Select(member => new DraftLine(member.Name, Shown(member)))]
            : [.. root.EnumerateArray().Select((item, at) => new DraftLine($"{at + 1}", Shown(item)))];
    }

    private static string Shown(JsonProperty member) =>
        SecretNames.Any(name => member.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            ? "***"
            : Shown(member.Value);

    // A draft shows everything that is sent, but no secret, however deep.
    private static string Shown(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => string.Join(
                ", ",
                value.EnumerateObject().Select(member => $"{member.Name}={Shown(member)}")
            ),
            JsonValueKind.Array => $"[{string.Join("; ", value.EnumerateArray().Select(Shown))}]",
            JsonValueKind.String => Printable(value.GetString()!),
            _ => value.GetRawText(),
        };

    private static string Printable(string text) =>
        new StringBuilder().AppendJoin("", text.Select(c => char.IsControl(c) ? ' ' : c)).ToString();

    /// <summary>Without the body, which may hold a secret.</summary>
    public override string ToString() => $"{Action}: {Subject}";
}
