using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace Exchange.Engine.Tests.Binding.Differential;

/// <summary>Makes a cmdlet class of a table.</summary>
internal static class CmdletEmitter
{
    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("Probes"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Probes");

    private static int count;

    public static Type Emit(BindingTable table)
    {
        var name = $"Probe{Interlocked.Increment(ref count)}Command";
        lock (Module)
        {
            var type = Module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(ProbeCommand));
            type.SetCustomAttribute(Cmdlet(table.DefaultSet));
            foreach (var parameter in table.Parameters)
            {
                Property(type, parameter);
            }
            return type.CreateType();
        }
    }

    private static Type TypeOf(string name) =>
        name switch
        {
            "string" => typeof(string),
            "strings" => typeof(string[]),
            "int" => typeof(int?),
            "time" => typeof(DateTimeOffset?),
            "switch" => typeof(SwitchParameter),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such type in tables."),
        };

    private static void Property(TypeBuilder owner, TableParameter parameter)
    {
        var type = TypeOf(parameter.Type);
        const MethodAttributes accessor =
            MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var field = owner.DefineField("_" + parameter.Name, type, FieldAttributes.Private);
        var getter = owner.DefineMethod("get_" + parameter.Name, accessor, type, Type.EmptyTypes);
        var get = getter.GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, field);
        get.Emit(OpCodes.Ret);
        var setter = owner.DefineMethod("set_" + parameter.Name, accessor, null, [type]);
        var set = setter.GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, field);
        set.Emit(OpCodes.Ret);
        var property = owner.DefineProperty(parameter.Name, PropertyAttributes.None, type, null);
        property.SetGetMethod(getter);
        property.SetSetMethod(setter);
        if (parameter.Aliases.Count > 0)
        {
            var aliases = typeof(AliasAttribute).GetConstructor([typeof(string[])])!;
            property.SetCustomAttribute(new CustomAttributeBuilder(aliases, [parameter.Aliases.ToArray()]));
        }
        foreach (var set_ in parameter.Sets)
        {
            property.SetCustomAttribute(Parameter(set_));
        }
    }

    private static CustomAttributeBuilder Cmdlet(string? defaultSet)
    {
        var constructor = typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!;
        var property = typeof(CmdletAttribute).GetProperty(nameof(CmdletAttribute.DefaultParameterSetName))!;
        return defaultSet is null
            ? new CustomAttributeBuilder(constructor, ["Test", "Probe"])
            : new CustomAttributeBuilder(constructor, ["Test", "Probe"], [property], [defaultSet]);
    }

    private static CustomAttributeBuilder Parameter(TableSet set)
    {
        List<(string Name, object Value)> said =
        [
            (nameof(ParameterAttribute.Mandatory), set.Mandatory),
            (nameof(ParameterAttribute.ValueFromPipeline), set.FromPipeline),
            (nameof(ParameterAttribute.ValueFromPipelineByPropertyName), set.FromPropertyName),
        ];
        if (set.Name.Length > 0)
        {
            said.Add((nameof(ParameterAttribute.ParameterSetName), set.Name));
        }
        if (set.Position is { } position)
        {
            said.Add((nameof(ParameterAttribute.Position), position));
        }
        return new CustomAttributeBuilder(
            typeof(ParameterAttribute).GetConstructor(Type.EmptyTypes)!,
            [],
            [.. said.Select(one => typeof(ParameterAttribute).GetProperty(one.Name)!)],
            [.. said.Select(one => one.Value)]
        );
    }
}
