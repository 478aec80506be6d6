namespace Exchange.Engine;

/// <summary>
/// Runs cmdlets one behind the other on the calling thread, as <c>A | B | C</c>: each object goes all the way through
/// before the next is made. A pipeline has no state; any number of threads may use the same one.
/// </summary>
public sealed class CmdletPipeline(EngineHost? host = null)
{
    private readonly EngineHost _host = host ?? new EngineHost();

    /// <summary>Runs cmdlets with everything collected.</summary>
    public CmdletRun Run(params CmdletCommand[] commands) => Run(commands, input: null);

    /// <summary>Runs cmdlets.</summary>
    /// <param name="commands">The cmdlets, first to last.</param>
    /// <param name="input">Input of the first one, pulled one by one; null if it has none.</param>
    /// <param name="sinks">Who gets what is written; by default everything is collected.</param>
    /// <param name="first">After how many output objects of the last one to stop; null for all.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>What became of it. Errors of arguments and of cmdlets are there; they are not thrown.</returns>
    public CmdletRun Run(
        IReadOnlyList<CmdletCommand> commands,
        IEnumerable<object?>? input,
        CmdletSinks? sinks = null,
        long? first = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentOutOfRangeException.ThrowIfZero(commands.Count, nameof(commands));
        if (first is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(first));
        }
        return new PipelineExecution(commands, _host, sinks ?? CmdletSinks.None, first).Run(input, cancel);
    }
}
