#nullable disable
using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>An error as the error stream carries it.</summary>
public class ErrorRecord
{
    private readonly string _errorId;

    public ErrorRecord(Exception exception, string errorId, ErrorCategory errorCategory, object targetObject)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Exception = exception;
        TargetObject = targetObject;
        CategoryInfo = new ErrorCategoryInfo(errorCategory, exception, targetObject);
        _errorId = errorId ?? "";
    }

    public ErrorRecord(ErrorRecord errorRecord, Exception replaceParentContainsErrorRecordException)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        Exception = replaceParentContainsErrorRecordException ?? errorRecord.Exception;
        TargetObject = errorRecord.TargetObject;
        CategoryInfo = errorRecord.CategoryInfo;
        ErrorDetails = errorRecord.ErrorDetails;
        InvocationInfo = errorRecord.InvocationInfo;
        _errorId = errorRecord._errorId;
    }

    public Exception Exception { get; }

    public object TargetObject { get; }

    public ErrorCategoryInfo CategoryInfo { get; }

    public ErrorDetails ErrorDetails { get; set; }

    public InvocationInfo InvocationInfo { get; private set; }

    public string ScriptStackTrace => null;

    public ReadOnlyCollection<int> PipelineIterationInfo => ReadOnlyCollection<int>.Empty;

    /// <summary>The error id; with the cmdlet's class after a comma once the record went through a cmdlet.</summary>
    public string FullyQualifiedErrorId =>
        InvocationInfo?.MyCommand is CmdletInfo command ? $"{_errorId},{command.ImplementingType.FullName}" : _errorId;

    /// <summary>The error id without the cmdlet.</summary>
    internal string ErrorId => _errorId;

    public override string ToString() =>
        string.IsNullOrEmpty(ErrorDetails?.Message) ? Exception.Message : ErrorDetails.Message;

    /// <summary>Says which cmdlet reported the error, unless one has already said so.</summary>
    internal void SetInvocationInfo(InvocationInfo invocation)
    {
        if (invocation is null || InvocationInfo is not null)
        {
            return;
        }
        InvocationInfo = invocation;
        if (CategoryInfo.Activity.Length == 0)
        {
            CategoryInfo.Activity = invocation.InvocationName;
        }
    }
}
