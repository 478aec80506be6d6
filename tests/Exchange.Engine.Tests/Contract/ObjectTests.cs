using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Numerics;
using System.Reflection;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Contract;

public sealed class ObjectTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("btc_*", "btc_twd", true)]
    [InlineData("btc_*", "eth_twd", false)]
    [InlineData("*_*", "_", true)]
    [InlineData("?tc", "btc", true)]
    [InlineData("?tc", "tc", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[]x]", "]", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("a`*b", "a*b", true)]
    [InlineData("a`*b", "axb", false)]
    [InlineData("`[x", "[x", true)]
    [InlineData("*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    public void A_wildcard_pattern_matches(string pattern, string text, bool expected) =>
        Assert.Equal(expected, new WildcardPattern(pattern).IsMatch(text));

    [Fact]
    public void A_wildcard_pattern_can_ignore_case()
    {
        Assert.True(WildcardPattern.Get("BTC_[T-U]*", WildcardOptions.IgnoreCase).IsMatch("btc_twd"));
        Assert.False(new WildcardPattern("BTC*").IsMatch("btc"));
    }

    [Fact]
    public void Escaped_text_is_itself()
    {
        const string Text = "a*b?[c]`d";
        Assert.True(new WildcardPattern(WildcardPattern.Escape(Text)).IsMatch(Text));
        Assert.Equal(Text, WildcardPattern.Unescape(WildcardPattern.Escape(Text)));
        Assert.True(WildcardPattern.ContainsWildcardCharacters("a?"));
        Assert.False(WildcardPattern.ContainsWildcardCharacters("a`?"));
        Assert.False(WildcardPattern.ContainsWildcardCharacters(null));
        Assert.Throws<WildcardPatternException>(() => new WildcardPattern("[a"));
    }

    [Fact]
    public void A_switch_is_a_truth_value()
    {
        Assert.True(SwitchParameter.Present);
        Assert.True(new SwitchParameter(true) == true);
        Assert.True(false != SwitchParameter.Present);
        Assert.Equal(new SwitchParameter(false), default);
        Assert.Equal("True", SwitchParameter.Present.ToString());
    }

    [Fact]
    public void A_credential_splits_a_domain_from_its_user()
    {
        var plain = new PSCredential(@"desk\alice", Engine.Sealed("pw")).GetNetworkCredential();
        Assert.Equal(("desk", "alice", "pw"), (plain.Domain, plain.UserName, plain.Password));
        Assert.Equal("bob", ((NetworkCredential)new PSCredential("bob", Engine.Sealed("pw"))).UserName);
        Assert.Null(PSCredential.Empty.GetNetworkCredential());
    }

    [Fact]
    public void A_property_bag_has_added_properties_and_those_of_its_object()
    {
        var wrapped = PSObject.AsPSObject(new Ticker { Pair = "btc_twd" });
        Assert.Same(wrapped, PSObject.AsPSObject(wrapped));
        Assert.Equal("btc_twd", wrapped.Properties["pair"].Value);
        wrapped.Properties.Add(new PSNoteProperty("Note", 1));
        Assert.Equal(["Note", "Pair", "Last", "Side"], wrapped.Properties.Select(property => property.Name));
        wrapped.Properties["Note"].Value = 2;
        Assert.Equal(2, wrapped.Properties["NOTE"].Value);
        Assert.Throws<PSArgumentException>(() => wrapped.Properties.Add(new PSNoteProperty("note", 3)));
        Assert.Equal(["Pair"], wrapped.Properties.Match("P*").Select(property => property.Name));
        wrapped.Properties.Remove("note");
        Assert.Null(wrapped.Properties["Note"]);
        Assert.IsType<Ticker>(wrapped.BaseObject);
    }

    [Fact]
    public void A_bag_of_its_own_reads_like_PowerShells()
    {
        var bag = new PSObject();
        bag.Properties.Add(new PSNoteProperty("A", 1));
        bag.Properties.Add(new PSNoteProperty("B", "x"));
        Assert.Equal("@{A=1; B=x}", bag.ToString(null, CultureInfo.InvariantCulture));
        Assert.NotEqual(bag, new PSObject());
        Assert.Equal(new PSObject(5), new PSObject(5));
    }

    [Theory]
    [InlineData(typeof(sbyte))]
    [InlineData(typeof(byte))]
    [InlineData(typeof(short))]
    [InlineData(typeof(ushort))]
    [InlineData(typeof(int))]
    [InlineData(typeof(uint))]
    [InlineData(typeof(long))]
    [InlineData(typeof(ulong))]
    [InlineData(typeof(float))]
    [InlineData(typeof(double))]
    [InlineData(typeof(decimal))]
    [InlineData(typeof(BigInteger))]
    public void A_number_becomes_every_type_that_holds_it(Type type)
    {
        object[] fives = [(sbyte)5, (byte)5, (short)5, (ushort)5, 5, 5u, 5L, 5uL, 5f, 5d, 5m, (BigInteger)5, "5"];
        foreach (var five in fives)
        {
            var converted = LanguagePrimitives.ConvertTo(five, type, CultureInfo.InvariantCulture);
            Assert.IsType(type, converted);
            Assert.Equal("5", Convert.ToString(converted, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(typeof(byte), 256)]
    [InlineData(typeof(uint), -1)]
    [InlineData(typeof(int), 1.5)]
    [InlineData(typeof(long), 1e30)]
    [InlineData(typeof(decimal), double.MaxValue)]
    [InlineData(typeof(BigInteger), double.PositiveInfinity)]
    public void A_number_does_not_become_a_type_that_cannot_hold_it(Type type, object number) =>
        Assert.Throws<PSInvalidCastException>(() =>
            LanguagePrimitives.ConvertTo(number, type, CultureInfo.InvariantCulture)
        );

    [Fact]
    public void Conversions_are_those_of_the_binder()
    {
        Assert.Equal(1.5m, LanguagePrimitives.ConvertTo<decimal>("1.5"));
        Assert.Equal(Side.Sell, LanguagePrimitives.ConvertTo<Side>("sell"));
        Assert.Throws<PSInvalidCastException>(() => LanguagePrimitives.ConvertTo<int>("x"));
        Assert.False(LanguagePrimitives.TryConvertTo<int>("x", CultureInfo.InvariantCulture, out _));
        Assert.True(LanguagePrimitives.TryConvertTo<int?>(null, CultureInfo.InvariantCulture, out var none));
        Assert.Null(none);
        Assert.True(LanguagePrimitives.IsTrue(new[] { 1 }));
        Assert.False(LanguagePrimitives.IsTrue(new object[] { 0.0 }));
        Assert.False(LanguagePrimitives.IsTrue(""));
        Assert.False(LanguagePrimitives.IsTrue(SwitchParameter.Present == false));
        Assert.Null(LanguagePrimitives.GetEnumerable("text"));
    }

    [Fact]
    public void An_error_record_outside_a_cmdlet_has_its_bare_id()
    {
        var record = new ErrorRecord(new TimeoutException("late"), "Late", ErrorCategory.OperationTimeout, null);
        Assert.Equal("Late", record.FullyQualifiedErrorId);
        Assert.Equal("late", record.ToString());
        Assert.Equal("OperationTimeout: (:) [], TimeoutException", record.CategoryInfo.GetMessage());
        var replaced = new ErrorRecord(record, new InvalidOperationException("other"));
        Assert.Equal(("Late", "other"), (replaced.FullyQualifiedErrorId, replaced.ToString()));
    }

    [Fact]
    public void A_completer_that_is_none_is_refused() =>
        Assert.Throws<PSArgumentException>(() => new ArgumentCompleterAttribute(typeof(string)));

    // The package says nothing about null. A cmdlet that compiles against it must compile against us without a warning.
    [Fact]
    public void The_contract_says_nothing_about_null()
    {
        var context = new NullabilityInfoContext();
        var opinions = typeof(Cmdlet)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("System.Management.Automation", StringComparison.Ordinal))
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => method.IsPublic || method.IsFamily)
            .SelectMany(method => method.GetParameters().Append(method.ReturnParameter))
            .Where(parameter => !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef)
            .Where(parameter => context.Create(parameter).ReadState != NullabilityState.Unknown)
            .Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} {parameter.Name}");
        Assert.Empty(opinions);
    }
}
