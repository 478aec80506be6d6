using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>A trade session from what holds one: the object itself, a hashtable, a custom object, JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TradeSessionAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (Exception trouble) when (trouble is ExchangeException or FormatException)
        {
            throw new ArgumentTransformationMetadataException(Explanation(inputData, trouble), trouble);
        }
    }

    // Whoever gives the path of a file means what stands in it.
    private static string Explanation(object? value, Exception trouble) =>
        value is string text && text.TrimStart() is not ['{', ..]
            ? "A trade session is the object that New-TradeSession makes, or its JSON; of a file give the text, "
                + $"(Get-Content session.json -Raw). {trouble.Message}"
            : trouble.Message;

    /// <summary>Nothing and empty text are no session.</summary>
    internal static TradeSession? Read(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            null or "" => null,
            TradeSession session => session,
            _ => TradeSession.Of(PlainJson.Of(value)),
        };
}
