namespace Exchange.Diagnosis;

/// <summary>What is looked at on the way to a service, in the order in which a request meets it.</summary>
public enum ConnectionStep
{
    /// <summary>Where the service is, and who said so.</summary>
    Endpoint,

    /// <summary>Whether requests go through a proxy.</summary>
    Proxy,

    /// <summary>Whether the name has an address.</summary>
    Dns,

    /// <summary>Whether something listens there.</summary>
    Tcp,

    /// <summary>Whether it proves to be who it says.</summary>
    Tls,

    /// <summary>Whether this machine's clock agrees with the service's.</summary>
    Clock,

    /// <summary>Whether the file that holds the logins is there and can be read.</summary>
    Store,

    /// <summary>Whether credentials are there, and where they were found.</summary>
    Credentials,

    /// <summary>Whether another program holds the lock of that file, and what kind of lock.</summary>
    Lock,

    /// <summary>Whether the service takes them: a signed call that changes nothing.</summary>
    SignedCall,
}

/// <summary>How a check ended.</summary>
public enum CheckVerdict
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>It works, and may soon not.</summary>
    Warning,

    /// <summary>Here is what is wrong.</summary>
    Failed,

    /// <summary>There was nothing to check, or an earlier failure left nothing.</summary>
    Skipped,
}

/// <summary>One check of a connection. Holds no secret, key or e-mail, so that it can be shown to anybody who helps.</summary>
public sealed record ConnectionCheck
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>What was looked at.</summary>
    public required ConnectionStep Check { get; init; }

    /// <summary>The same in words.</summary>
    public string CheckLabel => ConnectionCheckLabels.LabelOf(Check);

    /// <summary>How it ended.</summary>
    public required CheckVerdict Verdict { get; init; }

    /// <summary>The same in words.</summary>
    public string VerdictLabel => ConnectionCheckLabels.LabelOf(Verdict);

    /// <summary>What was found.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do next; null when there is nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>How long it took; null when nothing was done.</summary>
    public TimeSpan? Duration { get; init; }
}
