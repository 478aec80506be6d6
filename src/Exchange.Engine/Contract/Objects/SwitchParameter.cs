#nullable disable
namespace System.Management.Automation;

/// <summary>A parameter that is either given or not.</summary>
public struct SwitchParameter
{
    public SwitchParameter(bool isPresent) => IsPresent = isPresent;

    public static SwitchParameter Present => new(true);

    public bool IsPresent { get; }

    public static implicit operator bool(SwitchParameter switchParameter) => switchParameter.IsPresent;

    public static implicit operator SwitchParameter(bool value) => new(value);

    public static bool operator ==(SwitchParameter first, SwitchParameter second) => first.Equals(second);

    public static bool operator !=(SwitchParameter first, SwitchParameter second) => !first.Equals(second);

    public static bool operator ==(SwitchParameter first, bool second) => first.Equals(second);

    public static bool operator !=(SwitchParameter first, bool second) => !first.Equals(second);

    public static bool operator ==(bool first, SwitchParameter second) => first.Equals(second);

    public static bool operator !=(bool first, SwitchParameter second) => !first.Equals(second);

    public bool ToBool() => IsPresent;

    public override bool Equals(object obj) =>
        obj switch
        {
            bool other => IsPresent == other,
            SwitchParameter other => IsPresent == other.IsPresent,
            _ => false,
        };

    public override int GetHashCode() => IsPresent.GetHashCode();

    public override string ToString() => IsPresent.ToString();
}
