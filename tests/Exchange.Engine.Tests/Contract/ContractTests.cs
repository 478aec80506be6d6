using System.Management.Automation;

namespace Exchange.Engine.Tests.Contract;

public sealed class ContractTests
{
    public static TheoryData<string> Types() =>
        [
            .. typeof(Cmdlet)
                .Assembly.GetExportedTypes()
                .Where(type => type.Namespace!.StartsWith("System.Management.Automation", StringComparison.Ordinal))
                .Select(type => type.FullName!)
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void The_contract_is_not_empty() => Assert.True(Types().Count > 80);

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_is_of_the_kind_that_PowerShell_declares(string fullName)
    {
        var (ours, theirs) = Both(fullName);
        Assert.Equal(Signature.Of(theirs), Signature.Of(ours));
        Assert.Equal(Signature.UsageOf(theirs), Signature.UsageOf(ours));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_member_that_we_declare_is_one_that_PowerShell_declares(string fullName)
    {
        var (ours, theirs) = Both(fullName);
        Assert.Empty(Signature.MembersOf(ours).Except(MembersOfLine(theirs), StringComparer.Ordinal));
        Assert.Empty(Signature.InterfacesOf(ours).Except(Signature.InterfacesOf(theirs), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void An_enumeration_has_all_of_its_values(string fullName)
    {
        var (ours, theirs) = Both(fullName);
        if (ours.IsEnum)
        {
            Assert.Equal(
                theirs.GetEnumNames().Order(StringComparer.Ordinal),
                ours.GetEnumNames().Order(StringComparer.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData(typeof(VerbsCommon))]
    [InlineData(typeof(VerbsCommunications))]
    [InlineData(typeof(VerbsData))]
    [InlineData(typeof(VerbsDiagnostic))]
    [InlineData(typeof(VerbsLifecycle))]
    [InlineData(typeof(VerbsOther))]
    [InlineData(typeof(VerbsSecurity))]
    public void A_group_of_verbs_is_complete(Type verbs)
    {
        var theirs = PublishedContract.Find(verbs.FullName!)!;
        Assert.Equal(
            Signature.MembersOf(theirs).Order(StringComparer.Ordinal),
            Signature.MembersOf(verbs).Order(StringComparer.Ordinal)
        );
    }

    private static (Type Ours, Type Theirs) Both(string fullName)
    {
        var theirs = PublishedContract.Find(fullName);
        Assert.NotNull(theirs);
        return (typeof(Cmdlet).Assembly.GetType(fullName, throwOnError: true)!, theirs);
    }

    // An override that only we need is a member that the package declares on a base class.
    private static IEnumerable<string> MembersOfLine(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var member in Signature.MembersOf(t))
            {
                yield return member;
                yield return member.Replace(" virtual ", " ", StringComparison.Ordinal);
            }
        }
    }
}
