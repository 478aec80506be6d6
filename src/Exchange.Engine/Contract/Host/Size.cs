#nullable disable
namespace System.Management.Automation.Host;

/// <summary>Columns and rows.</summary>
public struct Size
{
    public Size(int width, int height)
    {
        Width = width;
        Height = height;
    }

    public int Width { get; set; }

    public int Height { get; set; }

    public static bool operator ==(Size first, Size second) => first.Equals(second);

    public static bool operator !=(Size first, Size second) => !first.Equals(second);

    public override bool Equals(object obj) => obj is Size other && Width == other.Width && Height == other.Height;

    public override int GetHashCode() => HashCode.Combine(Width, Height);

    public override string ToString() => $"{Width},{Height}";
}
