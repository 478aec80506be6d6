using System.Management.Automation;

namespace Exchange.Engine.Tests.Contract;

public sealed class ReferenceTests
{
    [Fact]
    public void The_engine_knows_nobody_but_the_runtime() =>
        Assert.All(
            typeof(Cmdlet).Assembly.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal)
        );
}
