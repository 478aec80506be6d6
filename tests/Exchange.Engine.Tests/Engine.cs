using System.Management.Automation;

namespace Exchange.Engine.Tests;

/// <summary>Short ways to run a cmdlet.</summary>
internal static class Engine
{
    public static CmdletRun Run<T>(params string[] tokens)
        where T : Cmdlet => new CmdletRunner().Run(typeof(T), tokens);

    public static CmdletRun Run<T>(EngineHost host, params string[] tokens)
        where T : Cmdlet => new CmdletRunner(host).Run(typeof(T), tokens);

    public static CmdletRun Feed<T>(IEnumerable<object?> input, params string[] tokens)
        where T : Cmdlet => new CmdletRunner().Run(CmdletCommand.Of(typeof(T), tokens), input);

    /// <summary>The single object of a run that succeeded.</summary>
    public static TOutput One<TOutput>(CmdletRun run)
    {
        Assert.Null(run.TerminatingError);
        return Assert.IsType<TOutput>(Assert.Single(run.Output), exactMatch: false);
    }

    /// <summary>The binding error that ended a run.</summary>
    public static ParameterBindingException BindingError(CmdletRun run)
    {
        Assert.NotNull(run.TerminatingError);
        return Assert.IsType<ParameterBindingException>(run.TerminatingError.Exception);
    }

    /// <summary>A host with somebody who gives these answers, one after the other, and then is gone.</summary>
    public static EngineHost Answering(List<string> shown, params string[] answers)
    {
        var queue = new Queue<string>(answers);
        string? Next() => queue.TryDequeue(out var answer) ? answer : null;
        return new EngineHost
        {
            Terminal = new EngineTerminal(shown.Add, Next, () => Next() is { } secret ? Sealed(secret) : null),
        };
    }

    public static System.Security.SecureString Sealed(string text)
    {
        var secret = new System.Security.SecureString();
        foreach (var c in text)
        {
            secret.AppendChar(c);
        }
        return secret;
    }
}
