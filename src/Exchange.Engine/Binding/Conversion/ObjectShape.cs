using System.Collections;
using System.Management.Automation;
using Exchange.Engine.Json;

namespace Exchange.Engine.Binding;

/// <summary>Property bags as dictionaries, and as the classes that they were written from.</summary>
internal static class ObjectShape
{
    public static Conversion Convert(object bare, Type target, ValueConverter converter)
    {
        if (bare is not (PSObject or IDictionary))
        {
            return Conversion.Refuse($"{TypeNames.Article(bare.GetType())} cannot become {TypeNames.Article(target)}.");
        }
        if (target.IsAssignableFrom(typeof(Hashtable)))
        {
            return Conversion.Of(JsonTable.ToHashtable(bare));
        }
        if (target.IsGenericType && target.IsAssignableFrom(DictionaryOf(target)))
        {
            return ToDictionary(bare, target, converter);
        }
        return target.IsClass && !target.IsAbstract && target != typeof(string)
            ? JsonObject.ToInstance(bare, target)
            : Conversion.Refuse($"An object cannot become {TypeNames.Article(target)}.");
    }

    private static Type DictionaryOf(Type target) =>
        target.GetGenericArguments() is [var key, var value] && key == typeof(string)
            ? typeof(Dictionary<,>).MakeGenericType(key, value)
            : typeof(void);

    private static Conversion ToDictionary(object bare, Type target, ValueConverter converter)
    {
        var valueType = target.GetGenericArguments()[1];
        var dictionary = (IDictionary)Activator.CreateInstance(DictionaryOf(target))!;
        foreach (DictionaryEntry entry in JsonTable.ToHashtable(bare))
        {
            var value = converter.Convert(entry.Value, valueType);
            if (!value.Succeeded)
            {
                return value;
            }
            dictionary[(string)entry.Key] = value.Value;
        }
        return Conversion.Of(dictionary);
    }
}
