using System.Net;
using System.Net.Sockets;
using System.Text;
using Exchange.Http;
using Exchange.Streams;

namespace Exchange.Tests.Streams;

/// <summary>An upgrade that is refused by an answer that breaks off. Found by the campaign of bad bytes: its connection stayed open.</summary>
public sealed class BrokenRefusalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Its_connection_is_closed()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var opening = StreamSocket.OpenAsync(
            new Uri($"ws://{listener.LocalEndpoint}/"),
            new SignedRequest([], null),
            new StreamLimits(),
            TimeProvider.System,
            TimeProvider.System,
            cancel
        );
        using var service = await listener.AcceptTcpClientAsync(cancel);
        var stream = service.GetStream();
        _ = await stream.ReadAsync(new byte[4096], cancel);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes("HTTP/1.1 401 Unauthorized\r\nContent-Length: 21\r\n\r\n{\"erro"),
            cancel
        );
        service.Client.Shutdown(SocketShutdown.Send);

        await Assert.ThrowsAsync<TransportException>(() => opening);
        Assert.Equal(0, await stream.ReadAsync(new byte[4096], cancel).AsTask().WaitAsync(Patience, cancel));
    }
}
