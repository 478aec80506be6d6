using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Exchange.Charts;
using Exchange.Tests.Support;

namespace Exchange.Tests.Charts;

/// <summary>Pictures as files: what a browser, a printer and a screen reader get.</summary>
public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Coordinates = ["x", "y", "x1", "y1", "x2", "y2", "width", "height"];

    [Fact]
    public void Candles_are_well_formed_and_each_is_drawn_once() =>
        Always.Holds(
            ChartSamples.AnySeries,
            series =>
            {
                var root = Read(CandlestickSvg.Draw(series));
                var candles = Groups(root, "candle");
                Assert.Equal(series.Candles.Count, candles.Count);
                Assert.All(candles, candle => Assert.Equal(1, candle.Elements(Svg + "rect").Count(HasClass("body"))));
                Assert.All(candles, candle => Assert.Single(candle.Elements(Svg + "title")));
            },
            tests: 300
        );

    [Fact]
    public void Books_are_well_formed_and_each_level_is_drawn_once() =>
        Always.Holds(
            ChartSamples.AnyDepth,
            depth =>
            {
                var root = Read(OrderBookSvg.Draw(depth));
                Assert.Equal(depth.Asks.Count + depth.Bids.Count, Groups(root, "level").Count);
            },
            tests: 300
        );

    [Fact]
    public void A_picture_has_a_title_a_description_axes_volume_and_a_legend()
    {
        var root = Read(CandlestickSvg.Draw(ChartSamples.Hourly("100 104 99 103 5", "103 106 102 101 8")));

        Assert.Equal("title", root.Elements().First().Name.LocalName);
        Assert.Contains("2 candlesticks of btc_twd", root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        var texts = root.Elements(Svg + "text").Select(text => text.Value).ToList();
        string[] expected =
        [
            "btc_twd  1h",
            "last 101",
            "change +1 %",
            "rising",
            "falling",
            "volume in btc",
            "105",
            "03-01 20:00",
        ];
        Assert.All(expected, text => Assert.Contains(text, texts, StringComparer.Ordinal));
        Assert.Equal(2, root.Descendants(Svg + "rect").Count(HasClass("volume")));
    }

    [Fact]
    public void A_picture_refers_to_nothing_and_runs_nothing()
    {
        var text = Encoding.UTF8.GetString(CandlestickSvg.Draw(ChartSamples.Hourly("1 2 1 2 1")));
        var root = XDocument.Parse(text).Root!;

        Assert.DoesNotContain(
            root.DescendantsAndSelf(),
            element => element.Name.LocalName is "script" or "image" or "use" or "a"
        );
        Assert.DoesNotContain(
            root.DescendantsAndSelf().Attributes(),
            attribute =>
                attribute.Name.LocalName is "href"
                || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
        Assert.Equal(Svg.NamespaceName, root.GetDefaultNamespace().NamespaceName);
    }

    [Fact]
    public void Text_is_escaped_and_what_xml_cannot_hold_is_replaced()
    {
        var series = ChartSamples.Hourly("1 2 1 2 1") with { Pair = "<b>&\"'\u0001\ud800_twd" };

        var root = Read(CandlestickSvg.Draw(series));

        Assert.StartsWith("<b>&\"'\ufffd\ufffd_twd", root.Element(Svg + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            var series = ChartSamples.Hourly("1.5 2.5 1.25 2 1.5", "2 3.75 1 1 0.5");
            var plain = CandlestickSvg.Draw(series);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(plain, CandlestickSvg.Draw(series));
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void Labels_speak_chinese_to_those_who_read_it()
    {
        var here = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-TW");
            var root = Read(OrderBookSvg.Draw(new OrderBookDepth("btc_twd", [(2m, 1m)], [(1m, 1m)])));
            Assert.Equal("zh-TW", root.Attribute(XNamespace.Xml + "lang")!.Value);
            Assert.Contains(root.Elements(Svg + "text"), text => text.Value == "買單");
        }
        finally
        {
            CultureInfo.CurrentUICulture = here;
        }
    }

    [Fact]
    public void Labels_of_an_axis_do_not_touch() =>
        Always.Holds(
            ChartSamples.AnySeries,
            series =>
            {
                var labels = Read(CandlestickSvg.Draw(series)).Elements(Svg + "text").Where(HasClass("label")).ToList();
                var times = labels
                    .Where(text => Number(text, "y") > SvgDocument.Height - 20)
                    .OrderBy(text => Number(text, "x"));
                var free = double.MinValue;
                foreach (var label in times)
                {
                    var half = SvgText.WidthOf(label.Value) / 2;
                    Assert.True(Number(label, "x") - half > free, label.Value);
                    free = Number(label, "x") + half;
                }
            }
        );

    /// <summary>Reads a picture; every number in it is finite and lies within it.</summary>
    private static XElement Read(byte[] picture)
    {
        var root = XDocument.Load(new MemoryStream(picture)).Root!;
        Assert.Equal("0 0 960 540", root.Attribute("viewBox")!.Value);
        foreach (
            var attribute in root.Descendants()
                .Attributes()
                .Where(a => Coordinates.Contains(a.Name.LocalName, StringComparer.Ordinal))
        )
        {
            Assert.InRange(
                double.Parse(
                    attribute.Value,
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture
                ),
                0,
                SvgDocument.Width
            );
        }
        foreach (var path in root.Descendants(Svg + "path"))
        {
            var words = path.Attribute("d")!
                .Value.Split([' ', 'M', 'V', 'H', 'Z'], StringSplitOptions.RemoveEmptyEntries);
            Assert.All(
                words,
                word => Assert.InRange(double.Parse(word, CultureInfo.InvariantCulture), 0, SvgDocument.Width)
            );
        }
        return root;
    }

    private static List<XElement> Groups(XElement root, string style) =>
        [.. root.Elements(Svg + "g").Where(HasClass(style))];

    private static Func<XElement, bool> HasClass(string style) =>
        element => element.Attribute("class")?.Value.Split(' ').Contains(style, StringComparer.Ordinal) == true;

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
