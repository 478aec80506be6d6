using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>
/// The world that cmdlets run in. Everything that differs between a console, a cron job and a test is here, and
/// nothing of it is read from anywhere else.
/// </summary>
public sealed record EngineHost
{
    /// <summary>
    /// The error id of the <see cref="HostException"/> inside the <see cref="PSInvalidOperationException"/> that any
    /// question raises when there is nobody to ask. PowerShell throws the outer one under <c>-NonInteractive</c>.
    /// </summary>
    public const string NobodyToAsk = "HostNotInteractive";

    /// <summary>Who is asked; null when nobody is there.</summary>
    public EngineTerminal? Terminal { get; init; }

    /// <summary>The value of an environment variable; null if it is not set. By default none is.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Against which relative paths are resolved.</summary>
    public string CurrentDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>What <c>~</c> means at the beginning of a path.</summary>
    public string HomeDirectory { get; init; } =
        System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);

    /// <summary>The clock, whose time zone is that of times without an offset.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Columns.</summary>
    public int WindowWidth { get; init; } = 120;

    /// <summary>Rows.</summary>
    public int WindowHeight { get; init; } = 30;

    /// <summary>Whether text may hold escape sequences for colours.</summary>
    public bool SupportsVirtualTerminal { get; init; }

    /// <summary>How numbers and times are shown; arguments are always read by the invariant culture.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    /// <summary>The language of texts.</summary>
    public CultureInfo UICulture { get; init; } = CultureInfo.CurrentUICulture;

    /// <summary>
    /// The variables of the session, among them the preferences: <c>ErrorActionPreference</c>,
    /// <c>ConfirmPreference</c>, <c>WhatIfPreference</c>, <c>VerbosePreference</c> and so on. Names are not case-sensitive.
    /// </summary>
    public IDictionary<string, object?> Variables { get; init; } =
        new ConcurrentDictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is somebody to ask.</summary>
    public bool IsInteractive => Terminal is not null;
}
