using System.Text.Json;

namespace Exchange.Engine.Tests.Binding.Differential;

/// <summary>The parameters of a cmdlet as data, so that two engines can be asked what they make of the same arguments.</summary>
public sealed record BindingTable(
    string? DefaultSet,
    IReadOnlyList<TableParameter> Parameters,
    IReadOnlyList<BindingRun> Runs
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<BindingTable> Read(string json) =>
        JsonSerializer.Deserialize<BindingTable[]>(json, Json)!;

    public static string Write(IEnumerable<BindingTable> tables) =>
        "[\n" + string.Join(",\n", tables.Select(table => JsonSerializer.Serialize(table, Json))) + "\n]\n";
}

/// <summary>A parameter; its type is one of string, strings, int, time, switch.</summary>
public sealed record TableParameter(
    string Name,
    string Type,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<TableSet> Sets
);

/// <summary>What a parameter is in one set; an empty name is every set.</summary>
public sealed record TableSet(string Name, bool Mandatory, int? Position, bool FromPipeline, bool FromPropertyName);

/// <summary>Words of a command line, input objects (null for no pipeline), and what an engine made of them.</summary>
public sealed record BindingRun(
    IReadOnlyList<string> Arguments,
    IReadOnlyList<JsonElement>? Input,
    IReadOnlyList<string>? Answer
);
