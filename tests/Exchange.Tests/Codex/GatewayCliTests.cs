using Exchange.Codex.Apply;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>What the gateway's command is started with.</summary>
public sealed class GatewayCliTests : IDisposable
{
    private const string OfAnother = "OKX_GATEWAY_TEST_KEY";
    private const string OfItsOwn = "OPENCLAW_GATEWAY_TEST_KEY";

    private readonly TemporaryFolder _folder = new();

    public GatewayCliTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        Environment.SetEnvironmentVariable(OfAnother, "planted-in-the-environment");
        Environment.SetEnvironmentVariable(OfItsOwn, "its-own");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(OfAnother, null);
        Environment.SetEnvironmentVariable(OfItsOwn, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task It_gets_its_own_variables_and_no_key_of_another_service()
    {
        var program = new StandInProgram(_folder["openclaw"], """echo '{"running":true}'""");

        var (isRunning, _) = await new GatewayCli(program.Path, new GatewayLimits()).StatusAsync(
            TestContext.Current.CancellationToken
        );

        Assert.True(isRunning);
        Assert.Equal(["gateway status --json"], program.Starts);
        Assert.Contains($"{OfItsOwn}=its-own", program.Environment, StringComparison.Ordinal);
        Assert.DoesNotContain(OfAnother, program.Environment, StringComparison.Ordinal);
    }
}
