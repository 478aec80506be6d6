using System.Reflection;

namespace Exchange.Engine.Tests.Contract;

/// <summary>What a caller compiles against, as text that two assemblies can be compared by.</summary>
internal static class Signature
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Kind, base class and sealing of a type.</summary>
    public static string Of(Type type)
    {
        var kind =
            type.IsEnum ? $"enum {type.GetEnumUnderlyingType()}"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : "class";
        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return $"{modifier}{kind} {Name(type)} : {(type.BaseType is null ? "" : Name(type.BaseType))}";
    }

    /// <summary>Every member that code outside the assembly can use or override.</summary>
    public static IEnumerable<string> MembersOf(Type type) =>
        type.GetMembers(Declared)
            .Select(member =>
                member switch
                {
                    FieldInfo field when IsVisible(field) => Field(field),
                    ConstructorInfo constructor when IsVisible(constructor) => $"new({Parameters(constructor)})",
                    MethodInfo method when IsVisible(method) => Method(method),
                    _ => null,
                }
            )
            .OfType<string>();

    public static IEnumerable<string> InterfacesOf(Type type) =>
        type.GetInterfaces().Where(i => i.IsPublic).Select(Name);

    /// <summary>Where an attribute may stand and how often.</summary>
    public static string? UsageOf(Type type) =>
        type.IsSubclassOf(typeof(Attribute))
        && type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage
            ? $"{usage.ValidOn} multiple={usage.AllowMultiple}"
            : null;

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Field(FieldInfo field) =>
        $"{Access(field.IsPublic)} {(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}"
        + (field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "");

    // Whether a method is abstract is left out: the package gives PowerShell's abstract methods empty bodies.
    private static string Method(MethodInfo method)
    {
        var overriding = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        var isVirtual = method is { IsVirtual: true, IsFinal: false } && !overriding;
        return $"{Access(method.IsPublic)} {(method.IsStatic ? "static " : isVirtual ? "virtual " : "")}"
            + $"{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})";
    }

    private static string Access(bool isPublic) => isPublic ? "public" : "protected";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    (
                        parameter.IsOut ? "out "
                        : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
                        : ""
                    ) + $"{Name(parameter.ParameterType)} {parameter.Name}"
                )
        );

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }
        if (type.IsByRef)
        {
            return $"ref {Name(type.GetElementType()!)}";
        }
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }
        return type.IsGenericType
            ? $"{type.Namespace}.{type.Name}<{string.Join(",", type.GetGenericArguments().Select(Name))}>"
            : type.FullName!;
    }
}
