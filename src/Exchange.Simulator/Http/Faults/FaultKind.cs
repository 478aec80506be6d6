namespace Exchange.Simulator;

/// <summary>What can go wrong on the way to a service and back.</summary>
public enum FaultKind
{
    /// <summary>The connection is closed before the request has an effect.</summary>
    DropBefore,

    /// <summary>The request has its effect, then the connection is closed without a reply.</summary>
    DropAfter,

    /// <summary>The connection is reset (TCP RST) instead of answered; after the effect unless the rule says otherwise.</summary>
    Reset,

    /// <summary>After the effect, half of the body is sent under the full Content-Length, then the connection is closed.</summary>
    Truncate,

    /// <summary>The reply is kept back after the effect (<see cref="SimulatorOptions.SlowDelay"/>).</summary>
    Slow,

    /// <summary>429 without effect.</summary>
    RateLimit,

    /// <summary>500, 502 or 503, with or without the effect: both at random unless the rule says which.</summary>
    ServerError,

    /// <summary>An HTML page with 502 or 200, with or without the effect: both at random unless the rule says which.</summary>
    Html,

    /// <summary>The service's clock is five minutes ahead for this request: signed requests are answered 409.</summary>
    ClockSkew,
}
