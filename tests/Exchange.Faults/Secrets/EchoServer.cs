using System.Net;
using System.Text;
using System.Text.Json;

namespace Exchange.Faults.Secrets;

/// <summary>
/// A server that answers every request with an error that repeats all of it: line, headers and body, in every field that is shown. For as
/// long as it is told to give, it has good answers for some.
/// </summary>
internal sealed class EchoServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private int _requests;

    public EchoServer()
    {
        // A free port is found by taking one.
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = AnswerAsync();
    }

    public Uri Address { get; }

    /// <summary>How many requests came; with none, nothing was tried.</summary>
    public int Requests => _requests;

    /// <summary>Good answers, by the end of the path that is asked.</summary>
    public IReadOnlyDictionary<string, string> Given { get; set; } = new Dictionary<string, string>();

    /// <summary>How many characters are added to what is repeated.</summary>
    public int Padding { get; set; }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _requests);
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                var said =
                    $"{context.Request.RawUrl} {context.Request.Headers} {await reader.ReadToEndAsync()}".ReplaceLineEndings(
                        " "
                    );
                var path = context.Request.Url!.AbsolutePath;
                var given = Given.FirstOrDefault(one => path.EndsWith(one.Key, StringComparison.Ordinal)).Value;
                context.Response.StatusCode = given is null ? 400 : 200;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(
                    given is null ? Error(said + new string(' ', Padding)) : Encoding.UTF8.GetBytes(given)
                );
                context.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The trial is over.
        }
    }

    private static byte[] Error(string said) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                error = said,
                error_description = said,
                message = said,
                msg = said,
                code = "50113",
                sMsg = said,
                data = Array.Empty<object>(),
            }
        );
}
