namespace Exchange.Charts;

/// <summary>
/// The colours of pictures, light or dark as the viewer's system is. Green and red are as far apart in lightness as colour-blind
/// people need, and rising candles are hollow besides.
/// </summary>
internal static class SvgStyle
{
    public const string Sheet = """

        svg { background-color: #ffffff; }
        text { font: 12px system-ui, "Segoe UI", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; fill: #57606a; }
        text.title { font-size: 17px; font-weight: 600; fill: #1f2328; }
        text.fact { font-size: 13px; fill: #1f2328; }
        text.note { font-size: 11px; }
        .page { fill: #ffffff; }
        .grid { stroke: #e6e9ed; stroke-width: 1; }
        .edge { stroke: #aeb5bd; stroke-width: 1; }
        .last { stroke: #57606a; stroke-width: 1; stroke-dasharray: 4 4; }
        .tag { fill: #57606a; }
        text.tagtext { fill: #ffffff; font-weight: 600; }
        .wick { stroke-width: 1; }
        .body { stroke-width: 1; }
        .up .wick, .up .body { stroke: #1a9c6c; }
        .up .body { fill: #ffffff; }
        .down .wick, .down .body { stroke: #d03340; }
        .down .body { fill: #d03340; }
        .up .volume { fill: #1a9c6c; fill-opacity: 0.45; }
        .down .volume { fill: #d03340; fill-opacity: 0.45; }
        .bids { fill: #1a9c6c; fill-opacity: 0.2; stroke: none; }
        .asks { fill: #d03340; fill-opacity: 0.2; stroke: none; }
        .key .bids, .key .asks { fill-opacity: 0.6; }
        .bidline { fill: none; stroke: #1a9c6c; stroke-width: 2; }
        .askline { fill: none; stroke: #d03340; stroke-width: 2; }
        .hover { fill: #57606a; fill-opacity: 0; }
        .hover:hover { fill-opacity: 0.15; }
        @media (prefers-color-scheme: dark) {
          svg { background-color: #14181f; }
          text { fill: #9aa4af; }
          text.title, text.fact { fill: #e6edf3; }
          .page { fill: #14181f; }
          .grid { stroke: #262c35; }
          .edge { stroke: #4b535d; }
          .last { stroke: #9aa4af; }
          .tag { fill: #9aa4af; }
          text.tagtext { fill: #14181f; }
          .up .wick, .up .body { stroke: #35c28d; }
          .up .body { fill: #14181f; }
          .down .wick, .down .body { stroke: #f2606b; }
          .down .body { fill: #f2606b; }
          .up .volume { fill: #35c28d; }
          .down .volume { fill: #f2606b; }
          .bids { fill: #35c28d; }
          .asks { fill: #f2606b; }
          .key .bids, .key .asks { fill-opacity: 0.6; }
        .bidline { stroke: #35c28d; }
          .askline { stroke: #f2606b; }
          .hover { fill: #e6edf3; }
        }

        """;
}
