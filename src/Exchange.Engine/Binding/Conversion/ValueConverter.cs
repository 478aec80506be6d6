using System.Collections;
using System.Management.Automation;
using System.Security;

namespace Exchange.Engine.Binding;

/// <summary>
/// Makes a value into another type, without guessing: nothing is rounded, text is read by the invariant culture, and
/// a secret is never made from text.
/// </summary>
internal sealed class ValueConverter(TimeProvider clock)
{
    /// <summary>A converter with the machine's clock and time zone.</summary>
    public static ValueConverter Default { get; } = new(TimeProvider.System);

    public Conversion Convert(object? value, Type target)
    {
        if (target == typeof(object))
        {
            return Conversion.Of(value);
        }
        if (target == typeof(PSObject))
        {
            return Conversion.Of(value is null ? null : PSObject.AsPSObject(value));
        }
        var bare = PSObject.Unwrap(value);
        if (bare is null)
        {
            return FromNull(target);
        }
        if (target.IsInstanceOfType(bare))
        {
            return Conversion.Of(bare);
        }
        if (CollectionShape.Of(target) is { } shape)
        {
            return Fill(shape, bare);
        }
        var single = Nullable.GetUnderlyingType(target) ?? target;
        if (single == typeof(SecureString) || single == typeof(PSCredential))
        {
            return Conversion.Refuse($"The value is no {single.Name}, and a secret is not made from other values.");
        }
        return bare is string text ? FromText(text, single) : FromObject(bare, single);
    }

    private static Conversion FromNull(Type target) =>
        !target.IsValueType || Nullable.GetUnderlyingType(target) is not null
            ? Conversion.Of(null)
            : Conversion.Refuse($"The value is null; {TypeNames.Article(target)} is expected.");

    private Conversion Fill(CollectionShape shape, object bare)
    {
        var given = bare is IEnumerable many and not (string or IDictionary) ? many.Cast<object?>() : [bare];
        var elements = new List<object?>();
        foreach (var one in given)
        {
            var element = Convert(one, shape.ElementType);
            if (!element.Succeeded)
            {
                return element;
            }
            elements.Add(element.Value);
        }
        return Conversion.Of(shape.Fill(elements));
    }

    private Conversion FromText(string text, Type target)
    {
        if (target == typeof(DateTimeOffset))
        {
            return TimeText.ToDateTimeOffset(text, clock.LocalTimeZone);
        }
        if (target == typeof(DateTime))
        {
            return TimeText.ToDateTime(text, clock.LocalTimeZone);
        }
        if (target.IsEnum)
        {
            return EnumText.Read(text, target);
        }
        return TextReaders.Find(target) is { } read ? read(text) : OtherText.Read(text, target, this);
    }

    private Conversion FromObject(object bare, Type target)
    {
        // PowerShell would bind the text "@{id=1}" to a parameter for ids. A bag of properties is no text here.
        if (target == typeof(string) && bare is not (PSObject or IDictionary))
        {
            return Conversion.Of(ValueText.Of(bare));
        }
        if (ExactNumber.IsNumericType(target) && ExactOrder.IsNumber(bare))
        {
            return ExactNumber.Convert(bare, target);
        }
        if (target == typeof(bool) || target == typeof(SwitchParameter))
        {
            return TruthValue.Convert(bare, target);
        }
        if (target.IsEnum && ExactOrder.IsNumber(bare))
        {
            return EnumText.FromNumber(bare, target);
        }
        if (target == typeof(DateTimeOffset) && bare is DateTime moment)
        {
            return TimeText.AtOffset(moment, clock.LocalTimeZone);
        }
        if (target == typeof(DateTime) && bare is DateTimeOffset instant)
        {
            return Conversion.Of(TimeText.OnClock(instant, clock.LocalTimeZone));
        }
        return ObjectShape.Convert(bare, target, this);
    }
}
