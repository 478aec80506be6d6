#nullable disable
using System.Collections;

namespace System.Management.Automation;

/// <summary>Members by name; names are not case-sensitive.</summary>
public abstract class PSMemberInfoCollection<T> : IEnumerable<T>
    where T : PSMemberInfo
{
    protected PSMemberInfoCollection() { }

    /// <summary>The member of that name, or null.</summary>
    public abstract T this[string name] { get; }

    public abstract void Add(T member);

    public abstract void Remove(string name);

    /// <summary>The members whose names match the wildcard pattern.</summary>
    public abstract ReadOnlyPSMemberInfoCollection<T> Match(string name);

    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
