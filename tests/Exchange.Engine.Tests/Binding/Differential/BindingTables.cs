using System.Text.Json;

namespace Exchange.Engine.Tests.Binding.Differential;

/// <summary>Random tables: up to three sets, up to five parameters, arguments and input that may or may not fit.</summary>
internal static class BindingTables
{
    private static readonly string[] SetNames = ["A", "B", "C"];
    private static readonly string[] Types = ["string", "string", "string", "strings", "int"];

    public static IEnumerable<BindingTable> Random(int seed, int count)
    {
#pragma warning disable CA5394 // Cases, not secrets: the same seed makes the same cases.
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Table(random);
        }
    }

    private static BindingTable Table(Random random)
    {
        var sets = SetNames[..random.Next(1, 4)];
        var positions = sets.ToDictionary(set => set, _ => 0);
        var everywhere = 0;
        List<TableParameter> parameters = [];
        for (var i = 0; i < random.Next(2, 6); i++)
        {
            var isEverywhere = random.Next(10) < 3;
            var member = isEverywhere ? [""] : sets.Where(_ => random.Next(2) == 0).DefaultIfEmpty(sets[0]);
            // A position is one parameter's alone, in its set and in all.
            int? Position(string set) =>
                random.Next(4) > 0 ? null
                : set.Length == 0 ? 10 + everywhere++
                : positions[set]++;
            var inSets = member
                .Select(set => new TableSet(
                    set,
                    random.Next(10) < 3,
                    Position(set),
                    random.Next(10) < 3,
                    random.Next(10) < 5
                ))
                .ToList();
            parameters.Add(new TableParameter($"P{i + 1}", Types[random.Next(Types.Length)], [], inSets));
        }
        var byDefault = random.Next(10) < 7 ? sets[random.Next(sets.Length)] : null;
        return new BindingTable(
            byDefault,
            parameters,
            [.. Enumerable.Range(0, 4).Select(_ => Run(parameters, random))]
        );
    }

    private static BindingRun Run(List<TableParameter> parameters, Random random)
    {
        List<string> arguments = [];
        foreach (var parameter in parameters.Where(_ => random.Next(5) == 0))
        {
            arguments.AddRange(["-" + parameter.Name, Word(random)]);
        }
        if (random.Next(4) == 0)
        {
            arguments.Add(Word(random));
        }
        var input =
            random.Next(10) < 3 ? null : Enumerable.Range(0, random.Next(1, 3)).Select(_ => Input(parameters, random));
        return new BindingRun(arguments, input is null ? null : [.. input], null);
    }

    private static JsonElement Input(List<TableParameter> parameters, Random random)
    {
        object value = random.Next(4) switch
        {
            0 => Word(random),
            _ => parameters
                .Where(_ => random.Next(5) < 3)
                .Select(parameter => parameter.Name)
                .Append("Other")
                .ToDictionary(name => name, _ => Scalar(Word(random))),
        };
        return JsonSerializer.SerializeToElement(value is string text ? Scalar(text) : value);
    }

    private static object Scalar(string word) =>
        int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : word;

    private static string Word(Random random) => random.Next(4) == 0 ? "7" : "x" + random.Next(10);
#pragma warning restore CA5394
}
