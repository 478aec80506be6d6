namespace Exchange.Tests.Support;

/// <summary>Waits for what another thread is about to do, such as going to wait on a clock.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> holds)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(30);
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < giveUp, "It did not happen within 30 seconds.");
            await Task.Yield();
        }
    }
}
