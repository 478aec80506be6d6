namespace Exchange.Cmdlets.Tests.Support;

/// <summary>Waits for what another thread or process is about to do.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> holds, string what)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < giveUp, $"Within 60 seconds it did not happen that {what}.");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
