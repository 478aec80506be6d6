using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace Exchange.Loader;

/// <summary>
/// Properties that are times, each as the same <see cref="DateTimeOffset"/> with a text of ISO 8601 (docs/decisions/0021). The types file
/// names a method a property, because PowerShell tells a method whose object it is and not which of its properties was asked for.
/// </summary>
public static class ExactTime
{
    private static readonly PSCodeMethod ToText = new(nameof(ToString), typeof(ExactTime).GetMethod(nameof(Text))!);

    /// <summary>The text of a time: ISO 8601 with all its digits and its offset.</summary>
    /// <param name="time">A <see cref="DateTimeOffset"/>.</param>
    public static string Text(PSObject time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return ((DateTimeOffset)time.BaseObject).ToString("o", CultureInfo.InvariantCulture);
    }

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? ApprovedAt(PSObject of) => Exact(of, nameof(ApprovedAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? At(PSObject of) => Exact(of, nameof(At));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? CancelledAt(PSObject of) => Exact(of, nameof(CancelledAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? CooldownUntil(PSObject of) => Exact(of, nameof(CooldownUntil));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? CreatedAt(PSObject of) => Exact(of, nameof(CreatedAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Date(PSObject of) => Exact(of, nameof(Date));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? ExecutedAt(PSObject of) => Exact(of, nameof(ExecutedAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Expires(PSObject of) => Exact(of, nameof(Expires));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? ExpiresAt(PSObject of) => Exact(of, nameof(ExpiresAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? LastActivityAt(PSObject of) => Exact(of, nameof(LastActivityAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? LastUsed(PSObject of) => Exact(of, nameof(LastUsed));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? NextTriggerAt(PSObject of) => Exact(of, nameof(NextTriggerAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Now(PSObject of) => Exact(of, nameof(Now));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? ResetAt(PSObject of) => Exact(of, nameof(ResetAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? SessionExpiresAt(PSObject of) => Exact(of, nameof(SessionExpiresAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? SessionExpiryAt(PSObject of) => Exact(of, nameof(SessionExpiryAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? SettledAt(PSObject of) => Exact(of, nameof(SettledAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Since(PSObject of) => Exact(of, nameof(Since));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? StartedAt(PSObject of) => Exact(of, nameof(StartedAt));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Time(PSObject of) => Exact(of, nameof(Time));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Timestamp(PSObject of) => Exact(of, nameof(Timestamp));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? Until(PSObject of) => Exact(of, nameof(Until));

    /// <summary>The property of this name.</summary>
    /// <param name="of">The object that has it.</param>
    public static object? UpdatedAt(PSObject of) => Exact(of, nameof(UpdatedAt));

    private static PSObject? Exact(PSObject of, string property)
    {
        if (of.BaseObject.GetType().GetProperty(property)?.GetValue(of.BaseObject) is not DateTimeOffset time)
        {
            return null;
        }
        var exact = new PSObject(time);
        exact.Methods.Add(ToText);
        return exact;
    }
}
