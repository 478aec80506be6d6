namespace Exchange.Desk;

/// <summary>What is known of one attempt to move something.</summary>
public enum AttemptState
{
    /// <summary>Written before the send; only seen while it is being sent, and read as <see cref="Unknown"/>.</summary>
    Intent,

    /// <summary>The service took it.</summary>
    Accepted,

    /// <summary>It did not take effect: refused by the service, or never sent.</summary>
    Rejected,

    /// <summary>It may or may not have taken effect.</summary>
    Unknown,
}
