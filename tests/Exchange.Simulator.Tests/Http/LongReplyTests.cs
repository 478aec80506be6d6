using Exchange.Simulator.Http;

namespace Exchange.Simulator.Tests.Http;

public sealed class LongReplyTests
{
    // HttpListener shows no socket: should a runtime name it otherwise, long replies would become slow again without a word.
    [Fact]
    public async Task The_socket_under_a_request_can_be_told_to_send_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("http.sys has no socket of ours, and does not wait.");
        }
        using var listener = LoopbackListener.Open(0);
        using var http = new HttpClient();
        var asked = http.GetAsync(new Uri($"http://127.0.0.1:{listener.Port}/"), TestContext.Current.CancellationToken);
        var context = await listener.NextAsync();

        Assert.True(RawConnection.SendAtOnce(context!));
        context!.Response.Close();
        Assert.True((await asked).IsSuccessStatusCode);
    }
}
