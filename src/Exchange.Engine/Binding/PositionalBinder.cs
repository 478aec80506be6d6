namespace Exchange.Engine.Binding;

/// <summary>Gives the values without a name to the parameters with a position, lowest first.</summary>
internal sealed class PositionalBinder(BindingScope scope, ArgumentBinder binder)
{
    /// <summary>Binds; the fault of an argument that nothing takes, null if all are bound.</summary>
    public BindingFault? Bind(IReadOnlyList<Argument> arguments)
    {
        var left = new Queue<Argument>(arguments);
        for (var position = NextPosition(-1); left.Count > 0 && position is { } at; position = NextPosition(at))
        {
            if (BindAt(at, left.Peek()))
            {
                left.Dequeue();
            }
        }
        return left.Count > 0 ? BindRemaining([.. left]) : null;
    }

    private int? NextPosition(int after) =>
        Candidates(scope.ValidSets)
            .Select(candidate => (int?)candidate.Position)
            .Where(position => position > after)
            .Min();

    private IEnumerable<(CmdletParameter Parameter, int Position)> Candidates(uint sets)
    {
        foreach (var parameter in scope.Unbound)
        {
            foreach (var (_, name) in scope.Metadata.Sets.In(sets & parameter.SetMask))
            {
                if (parameter.In(name) is { Position: { } position, FromRemaining: false })
                {
                    yield return (parameter, position);
                }
            }
        }
    }

    // The default set goes before others, and a parameter of the value's own type before one that needs a conversion.
    private bool BindAt(int position, Argument argument)
    {
        BindingFault? refusal = null;
        var byDefault = scope.Metadata.Sets.Default & scope.ValidSets;
        (uint Sets, bool Convert)[] attempts =
        [
            (byDefault, false),
            (scope.ValidSets, false),
            (byDefault, true),
            (scope.ValidSets, true),
        ];
        foreach (var (sets, convert) in attempts)
        {
            var candidates = Candidates(sets)
                .Where(candidate => candidate.Position == position)
                .Select(candidate => candidate.Parameter);
            var bound = false;
            // Where the sets are still open, as in PowerShell, a place can be that of several parameters: all of them get the value.
            foreach (var parameter in candidates.Distinct().ToList())
            {
                var fault = binder.Bind(parameter, argument, convert);
                if (fault is { IsWrongType: false })
                {
                    throw scope.Error(fault);
                }
                bound |= fault is null;
                refusal = convert ? refusal ?? fault : refusal;
            }
            if (bound)
            {
                return true;
            }
        }
        return refusal is null ? false : throw scope.Error(refusal);
    }

    private BindingFault? BindRemaining(List<Argument> left)
    {
        if (scope.Unbound.FirstOrDefault(TakesRemaining) is not { } collector)
        {
            return HasTwoDashes(left[0]) ? throw scope.Error(NotFound(left[0])) : NotFound(left[0]);
        }
        var values = left.Select(argument =>
            argument is { IsText: true, Value: string text } ? TextArgument.Read(text, collector) : argument.Value
        );
        // References to secrets stay text until they are looked up.
        var all = collector.IsSecret
            ? Argument.Text(string.Join(',', left.Select(argument => argument.Value)))
            : Argument.Object(values.SelectMany(Flatten).ToArray());
        return binder.Bind(collector, all);
    }

    private bool TakesRemaining(CmdletParameter parameter) =>
        scope
            .Metadata.Sets.In(scope.ValidSets & parameter.SetMask)
            .Any(set => parameter.In(set.Name) is { FromRemaining: true });

    private static IEnumerable<object?> Flatten(object? value) => value is object?[] elements ? elements : [value];

    private BindingFault NotFound(Argument argument)
    {
        // A value in the wrong place may be the secret that another place is for.
        var shown = scope.Metadata.Parameters.Any(parameter => parameter.IsSecret) ? "" : $" '{argument.Value}'";
        var hint = HasTwoDashes(argument) ? " Parameters have one dash." : "";
        return new BindingFault(
            BindingErrorIds.PositionalParameterNotFound,
            $"{scope.Metadata.Name} has no parameter left for the argument{shown}.{hint}"
        );
    }

    private static bool HasTwoDashes(Argument argument) =>
        argument is { IsText: true, Value: string text } && text.StartsWith("--", StringComparison.Ordinal);
}
