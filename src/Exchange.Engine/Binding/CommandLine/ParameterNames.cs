namespace Exchange.Engine.Binding;

/// <summary>Finds the parameter that a name means: exactly, by an alias, or by an unambiguous beginning.</summary>
internal static class ParameterNames
{
    public static CmdletParameter Resolve(string name, BindingScope scope)
    {
        var all = scope.Metadata.AllParameters;
        if (all.FirstOrDefault(parameter => parameter.IsNamed(name)) is { } exact)
        {
            return exact;
        }
        var candidates = all.Where(parameter => Begins(parameter, name)).ToList();
        // A cmdlet's own parameter goes before a common one.
        var own = candidates.Where(parameter => !parameter.IsCommon).ToList();
        return (candidates.Count, own.Count) switch
        {
            (1, _) => candidates[0],
            (_, 1) => own[0],
            (0, _) => throw scope.Error(NotFound(name, scope.Metadata)),
            _ => throw scope.Error(Ambiguous(name, candidates)),
        };
    }

    private static bool Begins(CmdletParameter parameter, string name) =>
        parameter.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        || parameter.Aliases.Any(alias => alias.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static BindingFault NotFound(string name, CmdletMetadata metadata)
    {
        var suggestions = NameSuggestions.For(name, metadata.AllParameters.Select(parameter => parameter.Name));
        return new BindingFault(
            BindingErrorIds.NamedParameterNotFound,
            $"{metadata.Name} has no parameter '{name}'.{NameSuggestions.Sentence(suggestions, "-")}"
        )
        {
            ParameterName = name,
        };
    }

    private static BindingFault Ambiguous(string name, List<CmdletParameter> candidates) =>
        new(
            BindingErrorIds.AmbiguousParameter,
            $"The parameter name '{name}' is ambiguous. Possible matches: "
                + $"{string.Join(' ', candidates.Select(parameter => "-" + parameter.Name))}."
        )
        {
            ParameterName = name,
        };
}
