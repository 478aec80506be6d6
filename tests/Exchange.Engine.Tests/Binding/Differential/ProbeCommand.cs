using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Exchange.Engine.Tests.Binding.Differential;

/// <summary>A cmdlet that only tells how it was bound; its parameters are emitted.</summary>
public abstract class ProbeCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var bound = MyInvocation
            .BoundParameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={TextOf(pair.Value)}");
        WriteObject($"{ParameterSetName}: {string.Join(' ', bound)}".TrimEnd());
    }

    private static string TextOf(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            DateTimeOffset time => time.ToUniversalTime().ToString("s", CultureInfo.InvariantCulture),
            SwitchParameter { IsPresent: var present } => present ? "True" : "False",
            IEnumerable many => string.Join('+', many.Cast<object?>().Select(TextOf)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
