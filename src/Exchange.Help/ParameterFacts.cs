using System.Management.Automation;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Help;

/// <summary>What a cmdlet's attributes say of a parameter: the facts block of a page, and MAML's attributes.</summary>
internal sealed record ParameterFacts
{
    private const string AllSets = "(All)";
    private const string NoPipeline = "False";

    public required string Name { get; init; }

    public required string TypeName { get; init; }

    public required string Sets { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<string> AllowedValues { get; init; }

    public required bool Required { get; init; }

    public required int? Position { get; init; }

    public required string Pipeline { get; init; }

    /// <summary>What it is when it is not given; empty when that is nothing.</summary>
    public required string Default { get; init; }

    public required bool TakesWildcards { get; init; }

    public required bool IsSecret { get; init; }

    public bool IsFromInput => Pipeline != NoPipeline;

    public bool IsSwitch => TypeName == "switch";

    /// <summary>Every parameter of a cmdlet in order of name, <c>-WhatIf</c> and <c>-Confirm</c> among them, the common ones not.</summary>
    public static IReadOnlyList<ParameterFacts> Of(CmdletMetadata cmdlet)
    {
        using var blank = (ExchangeCmdlet)Activator.CreateInstance(cmdlet.Type)!;
        return
        [
            .. cmdlet
                .Parameters.Where(parameter => !parameter.IsHidden)
                .Select(parameter => Of(parameter, blank))
                .Concat(cmdlet.SupportsShouldProcess ? [Switch("WhatIf", "wi"), Switch("Confirm", "cf")] : [])
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The lines of the facts block.</summary>
    public string Yaml() =>
        $"""
            Type: {TypeName}
            Parameter Sets: {Sets}
            Aliases: {string.Join(", ", Aliases)}
            {(
                AllowedValues.Count > 0 ? $"Accepted values: {string.Join(", ", AllowedValues)}\n" : ""
            )}Required: {Required}
            Position: {(
                Position is { } position
                    ? position.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : "Named"
            )}
            {(Default.Length > 0 ? $"Default value: {Default}\n" : "")}Accept pipeline input: {Pipeline}
            Accept wildcard characters: {TakesWildcards}
            """.Replace(
            "Aliases: \n",
            "Aliases:\n",
            StringComparison.Ordinal
        );

    private static ParameterFacts Of(CmdletParameter parameter, ExchangeCmdlet blank) =>
        new()
        {
            Name = parameter.Name,
            TypeName = parameter.TypeName,
            Sets = parameter.Sets.Any(set => set.SetName == ParameterAttribute.AllParameterSets)
                ? AllSets
                : string.Join(", ", parameter.Sets.Select(set => set.SetName)),
            Aliases = parameter.Aliases,
            AllowedValues = parameter.AllowedValues,
            Required = parameter.Sets.All(set => set.Mandatory),
            Position = parameter.Sets.Select(set => set.Position).FirstOrDefault(position => position is not null),
            Pipeline = PipelineOf(parameter),
            Default = parameter.Sets.All(set => set.Mandatory) ? "" : TextOf(parameter.Read(blank)),
            IsSecret = parameter.IsSecret,
            TakesWildcards = parameter.Has<SupportsWildcardsAttribute>(),
        };

    private static ParameterFacts Switch(string name, string alias) =>
        new()
        {
            Name = name,
            TypeName = "switch",
            Sets = AllSets,
            Aliases = [alias],
            AllowedValues = [],
            Required = false,
            Position = null,
            Pipeline = NoPipeline,
            Default = "",
            IsSecret = false,
            TakesWildcards = false,
        };

    private static string TextOf(object? value) =>
        value is null or SwitchParameter or System.Collections.ICollection
            ? ""
            : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string PipelineOf(CmdletParameter parameter)
    {
        string[] ways =
        [
            .. parameter.Sets.Any(set => set.FromPipeline) ? new[] { "ByValue" } : [],
            .. parameter.Sets.Any(set => set.FromPropertyName) ? new[] { "ByPropertyName" } : [],
        ];
        return ways.Length == 0 ? NoPipeline : $"True ({string.Join(", ", ways)})";
    }
}
