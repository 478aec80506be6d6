using System.Management.Automation;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Metadata;

public sealed class CatalogTests
{
    private static readonly CmdletCatalog Catalog = CmdletCatalog.FromAssembly(typeof(CatalogTests).Assembly);

    [Theory]
    [InlineData("Get-Order")]
    [InlineData("get-order")]
    [InlineData("GET-ORDER")]
    public void A_cmdlet_is_found_by_its_name_in_any_case(string name) =>
        Assert.Equal(typeof(GetOrderCommand), Catalog.Find(name)!.Type);

    [Fact]
    public void A_cmdlet_whose_class_is_named_otherwise_is_found_too() =>
        Assert.Equal(typeof(OddlyNamed), Catalog.Find("Get-Oddity")!.Type);

    [Theory]
    [InlineData("Get-Nothing")]
    [InlineData("GetOrder")]
    [InlineData("")]
    public void A_name_that_no_cmdlet_has_is_not_found(string name) => Assert.Null(Catalog.Find(name));

    [Theory]
    [InlineData("Get-Ordr", "Get-Order")]
    [InlineData("Set-Input", "Set-FromInput")]
    [InlineData("Remove-Thing", "Remove-HighThing")]
    public void Names_that_may_have_been_meant_are_suggested(string name, string suggestion) =>
        Assert.Contains(suggestion, Catalog.Suggest(name));

    [Fact]
    public void Nonsense_suggests_nothing() => Assert.Empty(Catalog.Suggest("qqqqqqqqqqqqqqqqqqqqqqqq"));

    [Fact]
    public void Names_are_in_order_of_noun_and_without_abstract_classes()
    {
        Assert.Equal(
            Catalog.Names.OrderBy(
                name => name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..],
                StringComparer.OrdinalIgnoreCase
            ),
            Catalog.Names
        );
        Assert.Contains("Remove-HighThing", Catalog.Names);
        Assert.DoesNotContain(Catalog.Cmdlets, cmdlet => cmdlet.Type.IsAbstract);
    }

    [Fact]
    public void A_class_that_is_no_cmdlet_has_no_metadata()
    {
        Assert.Throws<ArgumentException>(() => CmdletMetadata.Of(typeof(string)));
        Assert.Throws<ArgumentException>(() => CmdletMetadata.Of(typeof(RemoveThingBase)));
    }

    [Fact]
    public void Metadata_is_what_the_attributes_say()
    {
        var metadata = CmdletMetadata.Of(typeof(GetOrderCommand));
        Assert.Equal(
            ("Get-Order", "Get", "Order", "Open"),
            (metadata.Name, metadata.Verb, metadata.Noun, metadata.DefaultParameterSetName)
        );
        Assert.Equal(["Open", "Id", "History"], metadata.ParameterSetNames);
        Assert.Equal(
            ["OrderId", "Open", "History", "First", "Pair"],
            metadata.Parameters.Select(parameter => parameter.Name)
        );
        Assert.Equal(typeof(string), Assert.Single(metadata.OutputTypes).Type);
        Assert.False(metadata.SupportsShouldProcess);
        var id = metadata.FindParameter("ordernumber")!;
        Assert.Equal(["OrderNumber"], id.Aliases);
        Assert.True(id.IsCollection);
        var inSet = Assert.Single(id.Sets);
        Assert.Equal(
            ("Id", true, 0, false, true),
            (inSet.SetName, inSet.Mandatory, inSet.Position, inSet.FromPipeline, inSet.FromPropertyName)
        );
        Assert.Equal("The pair, such as btc_twd.", metadata.FindParameter("Pair")!.HelpMessage);
        Assert.Null(metadata.FindParameter("Verbose"));
    }

    [Fact]
    public void Allowed_values_are_those_of_the_attribute_or_of_the_enumeration()
    {
        Assert.Equal(
            ["limit", "market"],
            CmdletMetadata.Of(typeof(TestRulesCommand)).FindParameter("Type")!.AllowedValues
        );
        Assert.Equal(
            ["Buy", "Sell"],
            CmdletMetadata.Of(typeof(TestEverythingCommand)).FindParameter("Sides")!.AllowedValues
        );
        Assert.Empty(CmdletMetadata.Of(typeof(TestEverythingCommand)).FindParameter("Text")!.AllowedValues);
    }

    [Fact]
    public void Secrets_are_known_as_such()
    {
        var metadata = CmdletMetadata.Of(typeof(TestEverythingCommand));
        Assert.Equal(
            ["Secret", "Secrets", "Login"],
            metadata.Parameters.Where(parameter => parameter.IsSecret).Select(parameter => parameter.Name)
        );
    }

    [Fact]
    public void Parameters_of_a_base_class_are_inherited() =>
        Assert.Equal(
            ["Name"],
            CmdletMetadata.Of(typeof(RemoveHighThingCommand)).Parameters.Select(parameter => parameter.Name)
        );

    [Cmdlet(VerbsCommon.Get, "Oddity")]
    public sealed class OddlyNamed : Cmdlet;
}
