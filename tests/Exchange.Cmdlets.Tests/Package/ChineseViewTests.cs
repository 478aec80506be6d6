using System.Xml.Linq;
using Exchange.Package;

namespace Exchange.Cmdlets.Tests.Package;

public sealed class ChineseViewTests
{
    private const string Views = """
        <Configuration><ViewDefinitions>
          <View><Name>One</Name><TableControl>
            <TableHeaders>
              <TableColumnHeader><Label>Order id</Label><Width>10</Width></TableColumnHeader>
              <TableColumnHeader><Width>4</Width></TableColumnHeader>
            </TableHeaders>
            <TableRowEntries><TableRowEntry><TableColumnItems>
              <TableColumnItem><ScriptBlock>$_.Id</ScriptBlock></TableColumnItem>
              <TableColumnItem><PropertyName>Side</PropertyName></TableColumnItem>
            </TableColumnItems></TableRowEntry></TableRowEntries>
          </TableControl></View>
          <View><Name>StrategyOrder#zh</Name></View>
        </ViewDefinitions></Configuration>
        """;

    [Fact]
    public void Every_column_has_a_Chinese_heading_and_keeps_what_it_shows()
    {
        var made = XDocument.Parse(ChineseViews.Xml(Views, ["# a remark = none", "Order id=訂單編號", "Side=方向"]));

        Assert.Equal(
            ["訂單編號", "方向"],
            made.Descendants("TableColumnHeader").Select(head => head.Element("Label")!.Value)
        );
        Assert.Equal(["10", "4"], made.Descendants("Width").Select(width => width.Value));
        Assert.Equal("Side", made.Descendants("PropertyName").Single().Value);
        Assert.Equal("One", made.Descendants("Name").Single().Value);
    }

    [Theory]
    [InlineData("Order id=訂單編號", "Side")]
    [InlineData("Order id=訂單編號;Side=方向盤", "wider")]
    public void A_heading_without_a_word_or_without_room_ends_the_build(string words, string says) =>
        Assert.Contains(
            says,
            Assert.Throws<PackageFault>(() => ChineseViews.Xml(Views, words.Split(';'))).Message,
            StringComparison.Ordinal
        );
}
