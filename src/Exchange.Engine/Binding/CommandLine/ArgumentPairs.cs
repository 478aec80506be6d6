namespace Exchange.Engine.Binding;

/// <summary>Gives each named parameter its value, and keeps the values that are left.</summary>
internal sealed class ArgumentPairs
{
    private ArgumentPairs(List<(CmdletParameter, Argument)> named, List<Argument> positional)
    {
        Named = named;
        Positional = positional;
    }

    public IReadOnlyList<(CmdletParameter Parameter, Argument Argument)> Named { get; }

    public IReadOnlyList<Argument> Positional { get; }

    public static ArgumentPairs Of(IReadOnlyList<CommandLineItem> items, BindingScope scope)
    {
        var named = new List<(CmdletParameter, Argument)>();
        var positional = new List<Argument>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Name is not { } name)
            {
                positional.Add(items[i].Value!.Value);
                continue;
            }
            var parameter = ParameterNames.Resolve(name, scope);
            named.Add((parameter, ValueOf(parameter, items, ref i, scope)));
        }
        return new ArgumentPairs(named, positional);
    }

    private static Argument ValueOf(
        CmdletParameter parameter,
        IReadOnlyList<CommandLineItem> items,
        ref int at,
        BindingScope scope
    )
    {
        var item = items[at];
        if (item.Value is { } attached)
        {
            return attached;
        }
        if (parameter.IsSwitch)
        {
            return item.HasColon ? throw scope.Error(EmptySwitch(parameter)) : Argument.Object(true);
        }
        if (at + 1 < items.Count && items[at + 1] is { Name: null, Value: { } next })
        {
            at++;
            return next;
        }
        throw scope.Error(Missing(parameter));
    }

    // Most shells replace an unquoted $false by nothing, and a switch that reads "no" must not become a "yes".
    private static BindingFault EmptySwitch(CmdletParameter parameter) =>
        BindingFault.About(
            parameter,
            BindingErrorIds.MissingArgument,
            $"-{parameter.Name}: has no value. Write -{parameter.Name}:false, "
                + $"or quote '-{parameter.Name}:$false' for your shell."
        );

    private static BindingFault Missing(CmdletParameter parameter) =>
        BindingFault.About(
            parameter,
            BindingErrorIds.MissingArgument,
            $"Parameter '{parameter.Name}' needs a value ({TypeNames.Short(parameter.Type)}). "
                + $"A value that begins with a dash is written -{parameter.Name}:-value."
        );
}
