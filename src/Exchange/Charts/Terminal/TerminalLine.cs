using System.Text;

namespace Exchange.Charts;

/// <summary>What a piece of a line is, for its colour.</summary>
internal enum Ink
{
    /// <summary>The terminal's own colour.</summary>
    Plain,

    /// <summary>Rising candles, bids.</summary>
    Green,

    /// <summary>Falling candles, asks.</summary>
    Red,

    /// <summary>Axes, rules.</summary>
    Faint,
}

/// <summary>A line of a terminal, written piece by piece; colours are escape sequences and only there when they are wanted.</summary>
internal sealed class TerminalLine(bool colour)
{
    private const string Reset = "\u001b[0m";

    private readonly StringBuilder _text = new();
    private Ink _ink = Ink.Plain;

    /// <summary>Adds a piece. Blanks have no colour, so they change none.</summary>
    public TerminalLine Add(string text, Ink ink = Ink.Plain)
    {
        if (colour && ink != _ink && !string.IsNullOrWhiteSpace(text))
        {
            _text.Append(_ink == Ink.Plain ? "" : Reset).Append(CodeOf(ink));
            _ink = ink;
        }
        _text.Append(text);
        return this;
    }

    /// <summary>The line without blanks at its end.</summary>
    public override string ToString()
    {
        var line = _text.ToString().TrimEnd();
        return _ink == Ink.Plain ? line : line + Reset;
    }

    private static string CodeOf(Ink ink) =>
        ink switch
        {
            Ink.Green => "\u001b[32m",
            Ink.Red => "\u001b[31m",
            Ink.Faint => "\u001b[2m",
            _ => "",
        };
}
