using System.Net.WebSockets;

namespace Exchange.Streams;

/// <summary>Lets a service know that we are still there.</summary>
internal static class KeepAlive
{
    /// <summary>Pings every <paramref name="interval"/>, and gives a connection up that leaves one unanswered for as long.</summary>
    /// <remarks>
    /// .NET 8 sends pongs instead, which nobody has to answer: there the service's own pings must show that it lives
    /// (<see cref="SilenceWatch"/>). Real pings came with .NET 9, which we run on but do not compile against.
    /// </remarks>
    public static void Set(ClientWebSocketOptions options, TimeSpan interval)
    {
        options.KeepAliveInterval = interval;
        typeof(ClientWebSocketOptions).GetProperty("KeepAliveTimeout")?.SetValue(options, interval);
    }
}
