#nullable disable
using System.Reflection;

namespace System.Management.Automation;

/// <summary>The properties added to an object, then those of its own type; an added one hides one of the type.</summary>
internal sealed class PSObjectProperties(object owner) : PSMemberInfoCollection<PSPropertyInfo>
{
    private readonly List<PSPropertyInfo> _added = [];
    private Dictionary<string, PSPropertyInfo> _byName;

    public override PSPropertyInfo this[string name] => name is null ? null : FindAdded(name) ?? FindDeclared(name);

    public override void Add(PSPropertyInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        _byName ??= new Dictionary<string, PSPropertyInfo>(StringComparer.OrdinalIgnoreCase);
        if (!_byName.TryAdd(member.Name, member))
        {
            throw new PSArgumentException($"There is already a property \"{member.Name}\".", nameof(member));
        }
        _added.Add(member);
    }

    public override void Remove(string name)
    {
        if (_byName is not null && _byName.Remove(name, out var member))
        {
            _added.Remove(member);
        }
    }

    public override ReadOnlyPSMemberInfoCollection<PSPropertyInfo> Match(string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        return new ReadOnlyPSMemberInfoCollection<PSPropertyInfo>([
            .. this.Where(member => pattern.IsMatch(member.Name)),
        ]);
    }

    public override IEnumerator<PSPropertyInfo> GetEnumerator()
    {
        foreach (var member in _added)
        {
            yield return member;
        }
        foreach (var property in Declared())
        {
            if (FindAdded(property.Name) is null)
            {
                yield return new PSProperty(owner, property);
            }
        }
    }

    private PSPropertyInfo FindAdded(string name) =>
        _byName is not null && _byName.TryGetValue(name, out var member) ? member : null;

    private PSProperty FindDeclared(string name)
    {
        var property = Array.Find(Declared(), p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        return property is null ? null : new PSProperty(owner, property);
    }

    private PropertyInfo[] Declared() =>
        owner is PSCustomObject ? [] : Exchange.Engine.ReadableProperties.Of(owner.GetType());
}
