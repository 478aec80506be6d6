using System.Net;

namespace Exchange.Simulator.Http;

/// <summary>Reads a request's body whole.</summary>
internal static class RequestBody
{
    /// <summary>Far more than the largest batch: whoever sends more is not a client of these services.</summary>
    private const int Largest = 1 << 20;

    /// <exception cref="IOException">The body is larger than 1 MiB, or ends early.</exception>
    public static async Task<byte[]> ReadAsync(HttpListenerRequest request, CancellationToken cancel)
    {
        if (!request.HasEntityBody)
        {
            return [];
        }
        if (request.ContentLength64 > Largest)
        {
            throw new IOException("Request entity too large");
        }
        if (request.ContentLength64 < 0)
        {
            return await ReadChunksAsync(request.InputStream, cancel).ConfigureAwait(false);
        }
        var body = new byte[request.ContentLength64];
        await request.InputStream.ReadExactlyAsync(body, cancel).ConfigureAwait(false);
        return body;
    }

    private static async Task<byte[]> ReadChunksAsync(Stream stream, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var chunk = new byte[8192];
        while (await stream.ReadAsync(chunk, cancel).ConfigureAwait(false) is > 0 and var read)
        {
            whole.Write(chunk, 0, read);
            if (whole.Length > Largest)
            {
                throw new IOException("Request entity too large");
            }
        }
        return whole.ToArray();
    }
}
