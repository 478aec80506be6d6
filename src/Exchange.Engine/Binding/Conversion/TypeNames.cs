using System.Management.Automation;
using System.Numerics;

namespace Exchange.Engine.Binding;

/// <summary>What people call a type.</summary>
internal static class TypeNames
{
    /// <summary>As syntax lines show it: <c>string[]</c>, <c>int</c>, <c>Side</c>.</summary>
    public static string Short(Type type)
    {
        if (CollectionShape.Of(type) is { } shape)
        {
            return Short(shape.ElementType) + "[]";
        }
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Short(inner);
        }
        return type == typeof(BigInteger) ? "bigint"
            : type == typeof(SwitchParameter) ? "switch"
            : type.IsEnum ? type.Name
            : Type.GetTypeCode(type) switch
            {
                TypeCode.Boolean => "bool",
                TypeCode.Byte => "byte",
                TypeCode.Char => "char",
                TypeCode.Decimal => "decimal",
                TypeCode.Double => "double",
                TypeCode.Int16 => "short",
                TypeCode.Int32 => "int",
                TypeCode.Int64 => "long",
                TypeCode.SByte => "sbyte",
                TypeCode.Single => "float",
                TypeCode.String => "string",
                TypeCode.UInt16 => "ushort",
                TypeCode.UInt32 => "uint",
                TypeCode.UInt64 => "ulong",
                _ => type == typeof(object) ? "object" : type.Name,
            };
    }

    /// <summary>As a sentence names one value of it: <c>a decimal</c>, <c>an int</c>.</summary>
    public static string Article(Type type)
    {
        var name = Short(type);
        return $"{("aeiouAEIOU".Contains(name[0], StringComparison.Ordinal) ? "an" : "a")} {name}";
    }
}
