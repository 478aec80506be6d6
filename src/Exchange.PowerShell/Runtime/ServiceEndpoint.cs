namespace Exchange.PowerShell;

/// <summary>Who said where a service is.</summary>
internal enum EndpointSource
{
    /// <summary>A parameter.</summary>
    Explicit,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The simulator of this process, or the one that <c>EXCHANGE_SIMULATOR</c> names.</summary>
    Simulator,

    /// <summary>The contract.</summary>
    Live,
}

/// <summary>Where one service is, and who said so (design.md section 6).</summary>
internal readonly record struct ServiceEndpoint(Uri Address, EndpointSource Source)
{
    /// <summary>True when calls go to the simulator, with accounts that only it knows.</summary>
    public bool IsSimulator => Source == EndpointSource.Simulator;

    /// <summary>Who said so, in words.</summary>
    /// <param name="variable">The environment variable of this service.</param>
    public string SourceText(string variable) =>
        Source switch
        {
            EndpointSource.Explicit => Language.Choose("a parameter", "參數"),
            EndpointSource.Environment => variable,
            EndpointSource.Simulator => SimulatorText,
            _ => LiveText,
        };

    internal static string SimulatorText => Language.Choose("the simulator on this machine", "這台電腦上的模擬器");

    internal static string LiveText => Language.Choose("the live service", "正式服務");

    /// <summary>Explicit, environment, simulator, live; in this order.</summary>
    /// <param name="runtime">The environment and the simulator.</param>
    /// <param name="explicitly">The parameter's text, if one was given.</param>
    /// <param name="variable">The environment variable of this service.</param>
    /// <param name="simulatorPath">The path behind the simulator's address, without slashes at its ends.</param>
    /// <param name="live">The contract's address.</param>
    /// <param name="check">Checks an address that somebody wrote: the service's own error when it is not fit.</param>
    public static ServiceEndpoint Choose(
        ExchangeRuntime runtime,
        string? explicitly,
        string variable,
        string simulatorPath,
        Uri live,
        Func<string, Uri> check
    )
    {
        if (explicitly is { Length: > 0 })
        {
            return new(check(explicitly), EndpointSource.Explicit);
        }
        if (runtime.Environment(variable) is { Length: > 0 } named)
        {
            return new(check(named), EndpointSource.Environment);
        }
        return runtime.Simulators.Address is { } simulator
            ? new(new Uri(simulator, simulatorPath), EndpointSource.Simulator)
            : new(live, EndpointSource.Live);
    }
}
