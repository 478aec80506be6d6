using System.Management.Automation;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>What tests ask of a run.</summary>
internal static class RunAssert
{
    /// <summary>The run came to its end without any error; its objects.</summary>
    public static IReadOnlyList<T> Done<T>(this CmdletRun run)
    {
        run.Done();
        Assert.Equal(run.Output.Count, run.OutputOf<T>().Count);
        return run.OutputOf<T>();
    }

    /// <summary>The run came to its end without any error.</summary>
    public static void Done(this CmdletRun run)
    {
        Assert.True(run.TerminatingError is null, run.TerminatingError?.ToString());
        Assert.Empty(run.Errors);
        Assert.False(run.Stopped);
    }

    /// <summary>The run came to its end without any error and emitted one object.</summary>
    public static T DoneWithOne<T>(this CmdletRun run) => Assert.Single(run.Done<T>());

    /// <summary>The run has one error, ending it or not; its record.</summary>
    public static ErrorRecord OnlyError(this CmdletRun run) =>
        Assert.Single(run.Errors.Append(run.TerminatingError).OfType<ErrorRecord>());

    /// <summary>The run has one error, of a known cause and with this id.</summary>
    public static ExchangeException Failed(this CmdletRun run, string id)
    {
        var record = run.OnlyError();
        Assert.Equal(id, record.FullyQualifiedErrorId.Split(',')[0]);
        return Assert.IsType<ExchangeException>(record.Exception);
    }

    /// <summary>The arguments were refused, with PowerShell's own id.</summary>
    public static ParameterBindingException Refused(this CmdletRun run, string id)
    {
        var record = run.OnlyError();
        Assert.Equal(id, record.FullyQualifiedErrorId.Split(',')[0]);
        return Assert.IsAssignableFrom<ParameterBindingException>(record.Exception);
    }
}
