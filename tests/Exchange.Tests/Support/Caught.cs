namespace Exchange.Tests.Support;

/// <summary>The one exception of the library, caught and checked for its id.</summary>
internal static class Caught
{
    public static ExchangeException Error(string id, Action act)
    {
        var error = Assert.Throws<ExchangeException>(act);
        Assert.Equal(id, error.ErrorId);
        return error;
    }

    public static async Task<ExchangeException> ErrorAsync(string id, Func<Task> act)
    {
        var error = await Assert.ThrowsAsync<ExchangeException>(act);
        Assert.Equal(id, error.ErrorId);
        return error;
    }
}
