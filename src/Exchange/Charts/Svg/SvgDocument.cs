using System.Text;
using System.Xml;

namespace Exchange.Charts;

/// <summary>An SVG 1.1 file while it is written. It holds no script and refers to nothing outside itself.</summary>
internal sealed class SvgDocument : IDisposable
{
    /// <summary>Width of a picture in pixels; a viewer scales it to its window.</summary>
    public const int Width = 960;

    /// <summary>Height of a picture in pixels.</summary>
    public const int Height = 540;

    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly MemoryStream _bytes = new();
    private readonly XmlWriter _xml;

    /// <summary>Begins a picture.</summary>
    /// <param name="title">What it is; a browser shows it as the name of its tab.</param>
    /// <param name="description">The same facts in words, for those who do not see it.</param>
    public SvgDocument(string title, string description)
    {
        _xml = XmlWriter.Create(
            _bytes,
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }
        );
        _xml.WriteStartElement("svg", Namespace);
        _xml.WriteAttributeString("version", "1.1");
        _xml.WriteAttributeString("viewBox", $"0 0 {Width} {Height}");
        _xml.WriteAttributeString("xml", "lang", null, Language.Choose("en", "zh-TW"));
        Element("title", title);
        Element("desc", description);
        Element("style", SvgStyle.Sheet, ("type", "text/css"));
        Box("page", 0, 0, Width, Height);
    }

    /// <summary>Ends the picture; its bytes.</summary>
    public byte[] End()
    {
        _xml.WriteEndElement();
        _xml.Flush();
        return _bytes.ToArray();
    }

    /// <summary>Begins a group, which <see cref="EndGroup"/> ends; a pointer that rests on it is told the <paramref name="tip"/>.</summary>
    public void Group(string style, string? tip = null)
    {
        _xml.WriteStartElement("g", Namespace);
        _xml.WriteAttributeString("class", style);
        if (tip is not null)
        {
            Element("title", tip);
        }
    }

    /// <summary>Ends the innermost group.</summary>
    public void EndGroup() => _xml.WriteEndElement();

    /// <summary>A straight line.</summary>
    public void Line(string style, double x1, double y1, double x2, double y2) =>
        Element(
            "line",
            null,
            ("class", style),
            ("x1", SvgText.Of(x1)),
            ("y1", SvgText.Of(y1)),
            ("x2", SvgText.Of(x2)),
            ("y2", SvgText.Of(y2))
        );

    /// <summary>A rectangle.</summary>
    public void Box(string style, double x, double y, double width, double height) =>
        Element(
            "rect",
            null,
            ("class", style),
            ("x", SvgText.Of(x)),
            ("y", SvgText.Of(y)),
            ("width", SvgText.Of(Math.Max(0, width))),
            ("height", SvgText.Of(Math.Max(0, height)))
        );

    /// <summary>A path of absolute commands.</summary>
    public void Path(string style, string commands) => Element("path", null, ("class", style), ("d", commands));

    /// <summary>A text that begins, is centred or ends (<c>start</c>, <c>middle</c>, <c>end</c>) at a point of its base line.</summary>
    public void Text(string style, double x, double y, string text, string anchor = "start") =>
        Element("text", text, ("class", style), ("x", SvgText.Of(x)), ("y", SvgText.Of(y)), ("text-anchor", anchor));

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }

    private void Element(string name, string? text, params (string Name, string Value)[] attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
        {
            _xml.WriteAttributeString(attribute, value);
        }
        if (text is not null)
        {
            _xml.WriteString(SvgText.Legal(text));
        }
        _xml.WriteEndElement();
    }
}
