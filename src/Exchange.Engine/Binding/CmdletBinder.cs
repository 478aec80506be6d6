namespace Exchange.Engine.Binding;

/// <summary>Binds a cmdlet's parameters: once the command line, then each input object in turn.</summary>
internal sealed class CmdletBinder
{
    private readonly BindingScope _scope;
    private readonly ArgumentBinder _arguments;
    private readonly ParameterSetResolver _sets;
    private readonly MandatoryParameters _mandatory;
    private readonly PipelineBinder _pipeline;
    private uint _setsOfCommandLine;

    public CmdletBinder(BindingScope scope)
    {
        _scope = scope;
        _arguments = new ArgumentBinder(scope);
        _sets = new ParameterSetResolver(scope);
        _mandatory = new MandatoryParameters(scope, _arguments);
        _pipeline = new PipelineBinder(scope, _arguments);
    }

    /// <exception cref="System.Management.Automation.ParameterBindingException">The arguments do not fit.</exception>
    public void BindCommandLine(CmdletArguments arguments)
    {
        var pairs = ArgumentPairs.Of(arguments.Items, _scope);
        foreach (var (parameter, argument) in pairs.Named)
        {
            BindNamed(parameter, argument);
        }
        ThrowIf(_sets.RefuseExclusive());
        new PositionalBinder(_scope, _arguments).Bind(pairs.Positional);
        if (_scope.Invocation.ExpectingInput)
        {
            AwaitInput();
            return;
        }
        ThrowIf(_sets.Decide());
        _mandatory.Complete(MissingNow());
    }

    /// <summary>Binds an input object in the place of the one before; null if it fits.</summary>
    public BindingFault? BindInput(object? input)
    {
        _pipeline.Restore();
        _scope.ValidSets = _setsOfCommandLine;
        if ((_pipeline.Bind(input) ?? _sets.Decide()) is { } fault)
        {
            return fault;
        }
        var missing = MissingNow();
        return missing.Count == 0 ? null : MandatoryParameters.MissingFromInput(missing);
    }

    private void BindNamed(CmdletParameter parameter, Argument argument)
    {
        if (_scope.Bound.Contains(parameter))
        {
            throw _scope.Error(Twice(parameter));
        }
        ThrowIf(_arguments.Bind(parameter, argument));
    }

    // What input may still bring is not missing; a set that lacks more than that is out.
    private void AwaitInput()
    {
        _sets.KeepSetsThatTakeInput();
        var possible = _scope
            .Metadata.Sets.In(_scope.ValidSets)
            .Where(set => LackingWithoutInput(set.Name).Count == 0)
            .Aggregate(0u, (mask, set) => mask | set.Bit);
        if (possible == 0)
        {
            ThrowIf(_sets.Decide());
            _mandatory.Complete(LackingWithoutInput(_scope.Metadata.Sets.NameOf(_scope.ValidSets)));
            possible = _scope.ValidSets;
        }
        _scope.ValidSets = possible;
        _setsOfCommandLine = possible;
        _scope.NameSet(_sets.ProvisionalName());
    }

    private List<CmdletParameter> LackingWithoutInput(string setName) =>
        [.. _sets.Missing(setName).Where(p => p.In(setName) is { FromPipeline: false, FromPropertyName: false })];

    private IReadOnlyList<CmdletParameter> MissingNow() =>
        ParameterSets.Count(_scope.ValidSets) == 1 ? _sets.Missing(_scope.Metadata.Sets.NameOf(_scope.ValidSets)) : [];

    private static BindingFault Twice(CmdletParameter parameter) =>
        BindingFault.About(
            parameter,
            BindingErrorIds.ParameterAlreadyBound,
            $"Parameter '{parameter.Name}' is given more than once."
                + (parameter.IsCollection ? $" Give several values as one list: -{parameter.Name} a,b,c." : "")
        );

    private void ThrowIf(BindingFault? fault)
    {
        if (fault is not null)
        {
            throw _scope.Error(fault);
        }
    }
}
