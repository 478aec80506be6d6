using System.Collections;

namespace Exchange.Engine.Binding;

/// <summary>A type that holds several values: an array, or an interface or list that one can stand for.</summary>
/// <param name="ElementType">The type of one value.</param>
/// <param name="IsList">Whether it must be a <see cref="List{T}"/>; else it is an array.</param>
internal readonly record struct CollectionShape(Type ElementType, bool IsList)
{
    /// <summary>The shape of a type; null if it holds one value only.</summary>
    public static CollectionShape? Of(Type type)
    {
        if (type.IsArray)
        {
            return type.GetArrayRank() == 1 ? new CollectionShape(type.GetElementType()!, IsList: false) : null;
        }
        if (
            type == typeof(IList)
            || type == typeof(ICollection)
            || type == typeof(IEnumerable)
            || type == typeof(Array)
        )
        {
            return new CollectionShape(typeof(object), IsList: false);
        }
        if (!type.IsGenericType || type.GetGenericArguments() is not [var element])
        {
            return null;
        }
        if (type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return new CollectionShape(element, IsList: true);
        }
        return type.IsInterface && type.IsAssignableFrom(element.MakeArrayType())
            ? new CollectionShape(element, IsList: false)
            : null;
    }

    /// <summary>Fills a new collection of this shape.</summary>
    public object Fill(List<object?> elements)
    {
        if (IsList)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(ElementType))!;
            elements.ForEach(element => list.Add(element));
            return list;
        }
        var array = Array.CreateInstance(ElementType, elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            array.SetValue(elements[i], i);
        }
        return array;
    }
}
