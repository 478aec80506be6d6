using System.Globalization;
using System.Text.Json.Nodes;

namespace Exchange.Tests.BitoPro;

/// <summary>Mechanical changes of an example: what a service may do without asking.</summary>
internal static class JsonChanges
{
    /// <summary>Every string that holds a number becomes a number.</summary>
    public static string NumbersForStrings(string json) =>
        Leaves(
            json,
            value =>
                value.TryGetValue<string>(out var text)
                && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
                    ? JsonNode.Parse(text)
                    : value.DeepClone()
        );

    /// <summary>Every number becomes a string.</summary>
    public static string StringsForNumbers(string json) =>
        Leaves(
            json,
            value =>
                value.GetValueKind() == System.Text.Json.JsonValueKind.Number
                    ? JsonValue.Create(value.ToJsonString())
                    : value.DeepClone()
        );

    /// <summary>Every object gets a field that no contract names.</summary>
    public static string WithUnknownFields(string json) =>
        Changed(
            json,
            node =>
            {
                if (node is JsonObject fields)
                {
                    fields["somethingNew"] = new JsonObject { ["deep"] = 1 };
                }
            }
        );

    /// <summary>The example once for each of its nodes, with that node replaced.</summary>
    public static IEnumerable<string> EachNodeReplaced(string json, string replacement)
    {
        var count = Nodes(JsonNode.Parse(json)!).Count();
        for (var i = 0; i < count; i++)
        {
            var root = JsonNode.Parse(json)!;
            var node = Nodes(root).ElementAt(i);
            if (node.Parent is null)
            {
                yield return replacement;
                continue;
            }
            node.ReplaceWith(JsonNode.Parse(replacement));
            yield return root.ToJsonString();
        }
    }

    /// <summary>The example once for each of its values, with that value changed to another of its kind.</summary>
    public static IEnumerable<(string Path, string Json)> EachLeafChanged(string json)
    {
        var count = Nodes(JsonNode.Parse(json)!).OfType<JsonValue>().Count();
        for (var i = 0; i < count; i++)
        {
            var root = JsonNode.Parse(json)!;
            var leaf = Nodes(root).OfType<JsonValue>().ElementAt(i);
            var path = leaf.GetPath();
            leaf.ReplaceWith(Another(leaf));
            yield return (path, root.ToJsonString());
        }
    }

    private static JsonNode? Another(JsonValue value) =>
        value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
            System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
            System.Text.Json.JsonValueKind.Number => JsonNode.Parse($"{value.GetValue<long>() + 1}"),
            _ when decimal.TryParse(
                    value.GetValue<string>(),
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture,
                    out _
                ) => JsonValue.Create("7" + value.GetValue<string>().TrimStart('-')),
            _ => JsonValue.Create(value.GetValue<string>() + "x"),
        };

    private static string Leaves(string json, Func<JsonValue, JsonNode?> change) =>
        Changed(
            json,
            node =>
            {
                if (node is JsonValue value && node.Parent is not null)
                {
                    value.ReplaceWith(change(value));
                }
            }
        );

    private static string Changed(string json, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var node in Nodes(root).ToList())
        {
            change(node);
        }
        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        var below = node switch
        {
            JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>(),
            JsonArray items => items.OfType<JsonNode>(),
            _ => [],
        };
        return below.SelectMany(Nodes).Prepend(node);
    }
}
