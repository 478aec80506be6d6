namespace Exchange.Simulator;

/// <summary>What strikes one request: the kind, whether the request still has its effect, and the status if there is one.</summary>
internal readonly record struct Fault(FaultKind Kind, bool HasEffect, int Status)
{
    private static readonly int[] ServerStatuses = [500, 502, 503];
    private static readonly int[] PageStatuses = [502, 200];

    public static Fault From(FaultRule rule, double effect, double status) =>
        rule.Kind switch
        {
            FaultKind.DropBefore => new(rule.Kind, HasEffect: false, 0),
            FaultKind.RateLimit => new(rule.Kind, HasEffect: false, 429),
            FaultKind.Reset => new(rule.Kind, rule.Effect ?? true, 0),
            FaultKind.ServerError => new(
                rule.Kind,
                rule.Effect ?? effect < 0.5,
                rule.Status ?? Pick(ServerStatuses, status)
            ),
            FaultKind.Html => new(rule.Kind, rule.Effect ?? effect < 0.5, rule.Status ?? Pick(PageStatuses, status)),
            _ => new(rule.Kind, HasEffect: true, 0),
        };

    /// <summary>Whether the client gets no reply at all.</summary>
    public bool IsSilent => Kind is FaultKind.DropBefore or FaultKind.DropAfter or FaultKind.Reset;

    /// <summary>Puts the fault's own status and text in the place of the service's.</summary>
    public void ApplyTo(Http.Call call)
    {
        switch (Kind)
        {
            case FaultKind.RateLimit:
                call.Fail(Status, "error", "Too many requests");
                return;
            case FaultKind.ServerError:
                call.Fail(Status, "error", "Internal server error");
                return;
            case FaultKind.Html:
                call.Status = Status;
                return;
        }
    }

    private static int Pick(int[] choices, double unit) => choices[(int)(unit * choices.Length)];
}
