using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Exchange.Simulator.Http;

/// <summary>
/// The socket under a request, to which HttpListener's managed form has no public way, hence the reflection; http.sys needs none of this.
/// The tests hold both to it.
/// </summary>
internal static class RawConnection
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly PropertyInfo? Connection = typeof(HttpListenerContext).GetProperty("Connection", Hidden);

    /// <summary>
    /// Sends what is written without waiting for the other side's acknowledgement. A long reply goes out in two writes, and the second would
    /// wait for the delayed acknowledgement of the first: 40 milliseconds.
    /// </summary>
    /// <returns>False where there is no socket to tell.</returns>
    public static bool SendAtOnce(HttpListenerContext context)
    {
        if (SocketOf(context) is not { } socket)
        {
            return false;
        }
        socket.NoDelay = true;
        return true;
    }

    /// <summary>Ends the connection without a reply, where HttpListener's own Abort answers an empty 200. Closes in the ordinary way (FIN): whatever was written before arrives.</summary>
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
