namespace Exchange.Engine;

/// <summary>
/// Runs one cmdlet at a time on the calling thread: binds its parameters, begins it, has it process each input object,
/// ends it, disposes it. A runner has no state; any number of threads may use the same one.
/// </summary>
public sealed class CmdletRunner(EngineHost? host = null)
{
    private readonly CmdletPipeline _pipeline = new(host);

    /// <summary>Who gets what is written; by default everything is collected.</summary>
    public CmdletSinks Sinks { get; init; } = CmdletSinks.None;

    /// <summary>After how many output objects to stop, as <c>Select-Object -First</c> does; null for all.</summary>
    public long? First { get; init; }

    /// <summary>Runs a cmdlet class without arguments.</summary>
    public CmdletRun Run(Type cmdlet) => Run(CmdletCommand.Of(cmdlet));

    /// <summary>Runs a cmdlet class with the words of a command line.</summary>
    public CmdletRun Run(Type cmdlet, params string[] tokens) => Run(CmdletCommand.Of(cmdlet, tokens));

    /// <summary>Runs a cmdlet class with named objects, as in a splat.</summary>
    public CmdletRun Run(Type cmdlet, params (string Name, object? Value)[] values) =>
        Run(CmdletCommand.With(cmdlet, values));

    /// <summary>Runs a cmdlet.</summary>
    /// <param name="command">The cmdlet and its arguments.</param>
    /// <param name="input">Its pipeline input, pulled one by one as the cmdlet takes it; null if it has none.</param>
    /// <param name="cancel">Stops the run: <c>StopProcessing</c> is called, and every write ends the cmdlet.</param>
    /// <returns>What became of it. Errors of arguments and of the cmdlet are there; they are not thrown.</returns>
    public CmdletRun Run(
        CmdletCommand command,
        IEnumerable<object?>? input = null,
        CancellationToken cancel = default
    ) => _pipeline.Run([command], input, Sinks, First, cancel);
}
