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
    private uint _setBefore;

    public CmdletBinder(BindingScope scope)
    {
        _scope = scope;
        _arguments = new ArgumentBinder(scope);
        _sets = new ParameterSetResolver(scope);
        _mandatory = new MandatoryParameters(scope, _arguments);
        _pipeline = new PipelineBinder(scope, _arguments, _sets);
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
        var left = new PositionalBinder(_scope, _arguments).Bind(pairs.Positional);
        ThrowIf(_sets.Decide(inputMayDecide: true, takeDefault: false) ?? left);
        if (_scope.Invocation.ExpectingInput)
        {
            AwaitInput();
            return;
        }
        ThrowIf(_sets.Decide(inputMayDecide: false, takeDefault: true));
        _mandatory.Complete(MissingNow());
    }

    /// <summary>Binds an input object in the place of the one before; null if it fits.</summary>
    public BindingFault? BindInput(object? input)
    {
        _pipeline.Restore();
        _scope.ValidSets = _setsOfCommandLine;
        var fault =
            _pipeline.Bind(input, _setBefore)
            ?? _sets.Decide(inputMayDecide: false, takeDefault: true)
            ?? _pipeline.RefuseUnbound();
        if (fault is not null)
        {
            _pipeline.Restore();
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

    private void AwaitInput()
    {
        var before = new SetsBeforeInput(_scope);
        if (before.KeepThoseThatTakeInput())
        {
            ThrowIf(_sets.Decide(inputMayDecide: true, takeDefault: false));
        }
        if (!before.Choose())
        {
            ThrowIf(_sets.Undecided());
        }
        _setBefore = before.First;
        _scope.NameSet(_sets.ProvisionalName());
        _mandatory.Complete(before.Missing);
        _setsOfCommandLine = _scope.ValidSets;
    }

    private IReadOnlyList<CmdletParameter> MissingNow() =>
        [
            .. _scope.Unbound.Where(parameter =>
                _scope.Entries(parameter, _scope.ValidSets).Any(inSet => inSet.Mandatory)
            ),
        ];

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
