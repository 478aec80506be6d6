using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Okx;

public sealed class OkxCompletionTests : IDisposable
{
    private readonly ConfigBench _bench = new(ConfigBench.Example);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Profiles_come_from_the_file() =>
        Assert.Equal("okx-demo desk.2", Complete(new OkxProfileCompleter(), ""));

    [Fact]
    public void Sites_are_the_four() => Assert.Equal("global eea us tr", Complete(new OkxSiteCompleter(), ""));

    [Fact]
    public void Answers_to_the_menu_are_its_own() =>
        Assert.Equal("global eea us", Complete(new OkxMenuCompleter(), ""));

    [Theory]
    [InlineData("secret_key = nonsense")]
    [InlineData("profiles = 1")]
    public void A_file_that_cannot_be_read_completes_to_nothing(string toml)
    {
        _bench.Write(toml);

        Assert.Equal("", Complete(new OkxProfileCompleter(), ""));
    }

    private string Complete(ListCompleter completer, string word)
    {
        ExchangeRuntime.Use(_bench.Session.Runtime);
        try
        {
            var results = completer.CompleteArgument("", "", word, null!, null!);
            return string.Join(' ', results.Select(result => result.CompletionText));
        }
        finally
        {
            ExchangeRuntime.Use(null);
        }
    }
}
