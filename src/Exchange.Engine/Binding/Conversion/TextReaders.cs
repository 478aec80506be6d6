using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace Exchange.Engine.Binding;

/// <summary>How text becomes each of the plain types.</summary>
internal static class TextReaders
{
    private static readonly Dictionary<Type, Func<string, Conversion>> Table = new()
    {
        [typeof(decimal)] = NumberText.ToDecimal,
        [typeof(int)] = text => NumberText.ToInteger(text, typeof(int)),
        [typeof(long)] = text => NumberText.ToInteger(text, typeof(long)),
        [typeof(short)] = text => NumberText.ToInteger(text, typeof(short)),
        [typeof(sbyte)] = text => NumberText.ToInteger(text, typeof(sbyte)),
        [typeof(byte)] = text => NumberText.ToInteger(text, typeof(byte)),
        [typeof(ushort)] = text => NumberText.ToInteger(text, typeof(ushort)),
        [typeof(uint)] = text => NumberText.ToInteger(text, typeof(uint)),
        [typeof(ulong)] = text => NumberText.ToInteger(text, typeof(ulong)),
        [typeof(BigInteger)] = text => NumberText.ToInteger(text, typeof(BigInteger)),
        [typeof(double)] = NumberText.ToDouble,
        [typeof(float)] = NumberText.ToFloat,
        [typeof(bool)] = text => TruthValue.FromText(text, typeof(bool)),
        [typeof(SwitchParameter)] = text => TruthValue.FromText(text, typeof(SwitchParameter)),
        [typeof(TimeSpan)] = DurationText.Read,
        [typeof(char)] = text =>
            text.Length == 1 ? Conversion.Of(text[0]) : Conversion.RefuseText(text, "a single character"),
        [typeof(Guid)] = text =>
            Guid.TryParse(text, CultureInfo.InvariantCulture, out var guid)
                ? Conversion.Of(guid)
                : Conversion.RefuseText(text, "a GUID such as 01234567-89ab-cdef-0123-456789abcdef"),
        [typeof(Uri)] = text =>
            Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri)
                ? Conversion.Of(uri)
                : Conversion.RefuseText(text, "a URI such as https://example.org/path"),
        [typeof(Version)] = text =>
            Version.TryParse(text, out var version)
                ? Conversion.Of(version)
                : Conversion.RefuseText(text, "a version such as 1.2.3"),
        [typeof(Hashtable)] = JsonText.ToHashtable,
        [typeof(IDictionary)] = JsonText.ToHashtable,
    };

    public static Func<string, Conversion>? Find(Type type) => Table.GetValueOrDefault(type);
}
