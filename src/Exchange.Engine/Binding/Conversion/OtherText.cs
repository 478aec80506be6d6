using System.Globalization;
using System.Reflection;

namespace Exchange.Engine.Binding;

/// <summary>Text for types that the engine does not know: by their <c>Parse</c>, their constructor, or as JSON.</summary>
internal static class OtherText
{
    public static Conversion Read(string text, Type target, ValueConverter converter)
    {
        if (LooksLikeJson(text) && !target.IsPrimitive)
        {
            var parsed = JsonText.Parse(text);
            return parsed.Succeeded ? converter.Convert(parsed.Value, target) : parsed;
        }
        if (Reader(target) is not { } read)
        {
            return Conversion.Refuse($"Text cannot become {TypeNames.Article(target)}.");
        }
        try
        {
            return Conversion.Of(read(text));
        }
#pragma warning disable CA1031 // Whatever a foreign parser throws, it means that it does not take the text.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Conversion.RefuseText(text, TypeNames.Article(target));
        }
    }

    private static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{', ..];

    private static Func<string, object?>? Reader(Type target)
    {
        if (Parse(target, typeof(string), typeof(IFormatProvider)) is { } cultural)
        {
            return text => Invoke(cultural, [text, CultureInfo.InvariantCulture]);
        }
        if (Parse(target, typeof(string)) is { } parse)
        {
            return text => Invoke(parse, [text]);
        }
        return target.GetConstructor([typeof(string)]) is { } construct && !target.IsAbstract
            ? text => construct.Invoke(BindingFlags.DoNotWrapExceptions, null, [text], null)
            : null;
    }

    private static MethodInfo? Parse(Type target, params Type[] parameters) =>
        target.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, parameters) is { } method
        && target.IsAssignableFrom(method.ReturnType)
            ? method
            : null;

    private static object? Invoke(MethodInfo method, object?[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
