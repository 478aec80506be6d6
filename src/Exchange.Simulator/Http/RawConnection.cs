using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Exchange.Simulator.Http;

/// <summary>
/// The end of a connection without a reply. HttpListener's own Abort is enough where it is http.sys; its managed form
/// answers an empty 200 instead and has no public way to the socket, hence the reflection. The fault tests hold both to it.
/// </summary>
internal static class RawConnection
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly PropertyInfo? Connection = typeof(HttpListenerContext).GetProperty("Connection", Hidden);

    /// <summary>Closes in the ordinary way (FIN): whatever was written before arrives.</summary>
    public static void Close(HttpListenerContext context) => End(context, linger: null);

    /// <summary>Resets (RST).</summary>
    public static void Reset(HttpListenerContext context) => End(context, new LingerOption(enable: true, seconds: 0));

    private static void End(HttpListenerContext context, LingerOption? linger)
    {
        if (SocketOf(context) is { } socket)
        {
            if (linger is not null)
            {
                socket.LingerState = linger;
            }
            socket.Close();
        }
        context.Response.Abort();
    }

    private static Socket? SocketOf(HttpListenerContext context)
    {
        var connection = Connection?.GetValue(context);
        return connection?.GetType().GetField("_socket", Hidden)?.GetValue(connection) as Socket;
    }
}
