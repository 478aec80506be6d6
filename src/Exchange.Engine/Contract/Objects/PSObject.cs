#nullable disable
using System.Collections.ObjectModel;
using System.Globalization;

namespace System.Management.Automation;

/// <summary>Any object with properties that can be added to.</summary>
public class PSObject : IFormattable
{
    private PSObjectProperties _properties;

    public PSObject()
        : this(PSCustomObject.Instance) { }

    public PSObject(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ImmediateBaseObject = obj;
    }

    /// <summary>The object inside, however often it is wrapped.</summary>
    public object BaseObject => ImmediateBaseObject is PSObject inner ? inner.BaseObject : ImmediateBaseObject;

    public object ImmediateBaseObject { get; }

    public PSMemberInfoCollection<PSPropertyInfo> Properties =>
        ImmediateBaseObject is PSObject inner ? inner.Properties : _properties ??= new PSObjectProperties(BaseObject);

    /// <summary>Names that views are chosen by, the first first; an engine without views only keeps them.</summary>
    public Collection<string> TypeNames => field ??= [BaseObject.GetType().FullName];

    /// <summary>The object itself if it is a <see cref="PSObject"/>, else a new one around it.</summary>
    public static PSObject AsPSObject(object obj) => obj as PSObject ?? new PSObject(obj);

    public override bool Equals(object obj) =>
        ReferenceEquals(this, obj) || (!IsCustom && Equals(BaseObject, Unwrap(obj)));

    public override int GetHashCode() =>
        IsCustom ? Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this) : BaseObject.GetHashCode();

    public override string ToString() => ToString(null, CultureInfo.CurrentCulture);

    public string ToString(string format, IFormatProvider formatProvider) =>
        IsCustom ? $"@{{{string.Join("; ", Properties.Select(p => $"{p.Name}={p.Value}"))}}}"
        : BaseObject is IFormattable formattable ? formattable.ToString(format, formatProvider)
        : BaseObject.ToString();

    /// <summary>Whether there is nothing but added properties.</summary>
    internal bool IsCustom => BaseObject is PSCustomObject;

    /// <summary>The object that a cmdlet would want: without its wrapping, unless the wrapping is all there is.</summary>
    internal static object Unwrap(object value) =>
        value is PSObject { IsCustom: false } wrapped ? wrapped.BaseObject : value;
}
