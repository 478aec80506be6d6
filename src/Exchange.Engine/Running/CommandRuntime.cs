using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>Receives what one cmdlet writes, and does with it what the preferences say.</summary>
internal sealed class CommandRuntime : ICommandRuntime2
{
    private readonly Cmdlet _cmdlet;
    private readonly EngineHost _host;
    private readonly PipelineState _state;
    private readonly RunRecorder _recorder;
    private readonly Action<object?> _downstream;
    private readonly StreamPreferences _preferences;
    private readonly Confirmation _confirmation;
    private readonly StreamInquiry _inquiry;
    private StreamVariables? _variables;
    private bool _isRunning;

    public CommandRuntime(
        Cmdlet cmdlet,
        CmdletMetadata metadata,
        EngineHost host,
        PSHost hostOfRun,
        PipelineState state,
        RunRecorder recorder,
        Action<object?> downstream
    )
    {
        _cmdlet = cmdlet;
        _host = host;
        _state = state;
        _recorder = recorder;
        _downstream = downstream;
        Host = hostOfRun;
        _preferences = new StreamPreferences(cmdlet.Invocation.BoundParameters, host.Variables);
        _confirmation = new Confirmation(metadata, _preferences, hostOfRun, WriteVerbose);
        _inquiry = new StreamInquiry(hostOfRun);
    }

    public PSHost Host { get; }

    /// <summary>Starts to gather what <c>-OutVariable</c> and its like ask for: their names are bound by now.</summary>
    public void Open() => _variables = new StreamVariables(_preferences, _host.Variables);

    /// <summary>The cmdlet's own code runs from now on; returns whether it did before.</summary>
    public bool Enter()
    {
        var before = _isRunning;
        _isRunning = true;
        return before;
    }

    /// <summary>The cmdlet's own code has returned.</summary>
    public void Leave(bool before) => _isRunning = before;

    public void WriteObject(object sendToPipeline)
    {
        RefuseOutsiders();
        Emit(sendToPipeline);
    }

    public void WriteObject(object sendToPipeline, bool enumerateCollection)
    {
        RefuseOutsiders();
        if (!enumerateCollection || Elements(sendToPipeline) is not { } elements)
        {
            Emit(sendToPipeline);
            return;
        }
        while (elements.MoveNext())
        {
            Emit(elements.Current);
        }
    }

    public void WriteError(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        RefuseOutsiders();
        Report(errorRecord);
    }

    /// <summary>Reports an error of the cmdlet or of the engine on its behalf.</summary>
    public void Report(ErrorRecord error)
    {
        error.SetInvocationInfo(_cmdlet.Invocation);
        var preference = _preferences.Error;
        if (preference != ActionPreference.Ignore)
        {
            _variables?.Add("ErrorVariable", error);
        }
        if (preference == ActionPreference.Stop)
        {
            var message = StreamInquiry.StopMessage("ErrorActionPreference", error.ToString());
            throw _state.Terminate(new ErrorRecord(error, new ActionPreferenceStopException(message, error)));
        }
        if (IsWanted(preference, error.ToString(), "ErrorActionPreference"))
        {
            _recorder.Error(error);
        }
    }

    public void WriteWarning(string text)
    {
        RefuseOutsiders();
        var record = new WarningRecord(text) { InvocationInfo = _cmdlet.Invocation };
        var preference = _preferences.Warning;
        if (preference != ActionPreference.Ignore)
        {
            _variables?.Add("WarningVariable", record);
        }
        if (IsWanted(preference, text, "WarningPreference"))
        {
            _recorder.Warning(record);
        }
    }

    public void WriteVerbose(string text)
    {
        RefuseOutsiders();
        if (IsWanted(_preferences.Verbose, text, "VerbosePreference"))
        {
            _recorder.Verbose(new VerboseRecord(text) { InvocationInfo = _cmdlet.Invocation });
        }
    }

    public void WriteDebug(string text)
    {
        RefuseOutsiders();
        if (IsWanted(_preferences.Debug, text, "DebugPreference"))
        {
            _recorder.Debug(new DebugRecord(text) { InvocationInfo = _cmdlet.Invocation });
        }
    }

    public void WriteProgress(ProgressRecord progressRecord) => WriteProgress(0, progressRecord);

    public void WriteProgress(long sourceId, ProgressRecord progressRecord)
    {
        ArgumentNullException.ThrowIfNull(progressRecord);
        RefuseOutsiders();
        if (IsWanted(_preferences.Progress, progressRecord.ToString(), "ProgressPreference"))
        {
            _recorder.Progress(progressRecord);
        }
    }

    public void WriteInformation(InformationRecord informationRecord)
    {
        ArgumentNullException.ThrowIfNull(informationRecord);
        RefuseOutsiders();
        var preference = _preferences.Information;
        if (preference == ActionPreference.Ignore)
        {
            return;
        }
        if (informationRecord.TimeGenerated == default)
        {
            informationRecord.TimeGenerated = _host.Clock.GetLocalNow().DateTime;
        }
        _variables?.Add("InformationVariable", informationRecord);
        var isForScreen = informationRecord.Tags.Contains("PSHOST", StringComparer.OrdinalIgnoreCase);
        var isWanted = IsWanted(preference, informationRecord.ToString(), "InformationPreference");
        _recorder.Information(informationRecord);
        if (isWanted || isForScreen)
        {
            Show(informationRecord);
        }
    }

    /// <summary>Does nothing: the detail is for PowerShell's event log, and there is none here.</summary>
    public void WriteCommandDetail(string text) => RefuseOutsiders();

    public void ThrowTerminatingError(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        RefuseOutsiders();
        errorRecord.SetInvocationInfo(_cmdlet.Invocation);
        _variables?.Add("ErrorVariable", errorRecord);
        throw _state.Terminate(errorRecord);
    }

    public bool ShouldProcess(string target)
    {
        RefuseOutsiders();
        return _confirmation.ShouldProcess(target);
    }

    public bool ShouldProcess(string target, string action)
    {
        RefuseOutsiders();
        return _confirmation.ShouldProcess(target, action);
    }

    public bool ShouldProcess(string verboseDescription, string verboseWarning, string caption) =>
        ShouldProcess(verboseDescription, verboseWarning, caption, out _);

    public bool ShouldProcess(
        string verboseDescription,
        string verboseWarning,
        string caption,
        out ShouldProcessReason shouldProcessReason
    )
    {
        RefuseOutsiders();
        return _confirmation.ShouldProcess(verboseDescription, verboseWarning, caption, out shouldProcessReason);
    }

    public bool ShouldContinue(string query, string caption)
    {
        RefuseOutsiders();
        return _confirmation.ShouldContinue(query, caption);
    }

    public bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll) =>
        ShouldContinue(query, caption, hasSecurityImpact: false, ref yesToAll, ref noToAll);

    public bool ShouldContinue(
        string query,
        string caption,
        bool hasSecurityImpact,
        ref bool yesToAll,
        ref bool noToAll
    )
    {
        RefuseOutsiders();
        return _confirmation.ShouldContinue(query, caption, hasSecurityImpact, ref yesToAll, ref noToAll);
    }

    // A sequence first: the iterators of LINQ are both, and as enumerators they have not been started.
    private static IEnumerator? Elements(object value) =>
        LanguagePrimitives.GetEnumerable(value)?.GetEnumerator() ?? PSObject.Unwrap(value) as IEnumerator;

    // A downstream cmdlet may ask its session for the object that is on its way.
    private void Emit(object? value)
    {
        _variables?.Add("OutVariable", value);
        if (_preferences.VariableName("PipelineVariable") is { Length: > 0 } name)
        {
            _host.Variables[name] = value;
        }
        _downstream(value);
        _state.ThrowIfOver();
    }

    private bool IsWanted(ActionPreference preference, string message, string variable) =>
        preference switch
        {
            ActionPreference.Continue => true,
            ActionPreference.Inquire => _inquiry.GoOn(message, variable) is { } refusal
                ? throw _state.Terminate(refusal)
                : true,
            ActionPreference.Stop => throw _state.Terminate(StreamInquiry.Stop(message, variable)),
            _ => false,
        };

    private void Show(InformationRecord record)
    {
        if (record.MessageData is HostInformationMessage message)
        {
            Host.UI.Write(message.NoNewLine == true ? message.Message : message.Message + "\n");
            return;
        }
        Host.UI.WriteLine(record.ToString());
    }

    private void RefuseOutsiders()
    {
        if (!_state.IsOnThread || !_isRunning)
        {
            throw new PSInvalidOperationException(
                "A cmdlet writes only from within BeginProcessing, ProcessRecord and EndProcessing, "
                    + "on the thread that called them."
            );
        }
        _state.ThrowIfOver();
    }
}
