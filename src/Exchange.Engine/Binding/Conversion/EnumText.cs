namespace Exchange.Engine.Binding;

/// <summary>Names of an enumeration: in any case, or as much of one as is unambiguous. Numbers are not names.</summary>
internal static class EnumText
{
    public static Conversion Read(string text, Type type)
    {
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return ReadOne(text, type);
        }
        var bits = 0L;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var one = ReadOne(name, type);
            if (!one.Succeeded)
            {
                return one;
            }
            bits |= Bits(one.Value!);
        }
        return Conversion.Of(Enum.ToObject(type, bits));
    }

    public static Conversion FromNumber(object number, Type type)
    {
        var bits = ExactNumber.Convert(number, typeof(long));
        if (!bits.Succeeded)
        {
            return Refuse(ValueText.Of(number), type);
        }
        var value = Enum.ToObject(type, (long)bits.Value!);
        return Enum.IsDefined(type, value) && Bits(value) == (long)bits.Value
            ? Conversion.Of(value)
            : Refuse(ValueText.Of(number), type);
    }

    private static Conversion ReadOne(string text, Type type)
    {
        var names = Enum.GetNames(type);
        var name =
            Array.Find(names, known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase))
            ?? OnlyOneThatStartsWith(names, text);
        return name is null ? Refuse(text, type) : Conversion.Of(Enum.Parse(type, name));
    }

    private static string? OnlyOneThatStartsWith(string[] names, string text)
    {
        var candidates = Array.FindAll(names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return text.Length > 0 && candidates is [var only] ? only : null;
    }

    private static long Bits(object value) =>
        Enum.GetUnderlyingType(value.GetType()) == typeof(ulong)
            ? unchecked((long)(ulong)value)
            : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);

    private static Conversion Refuse(string text, Type type) =>
        Conversion.RefuseText(text, $"one of: {string.Join(", ", Enum.GetNames(type))}");
}
