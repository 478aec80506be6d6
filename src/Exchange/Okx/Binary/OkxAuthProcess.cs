using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Exchange.Okx.Binary;

/// <summary>How the vendor's program ended.</summary>
/// <param name="ExitCode">0 ok, 1 caller not authorised, 2 not logged in, 3 refresh failed (okx-account.md section 7).</param>
/// <param name="Output">The beginning of what it said.</param>
/// <param name="Errors">The beginning of what it complained of. Never shown: nobody knows what is in it.</param>
internal sealed record OkxAuthEnd(int ExitCode, string Output, string Errors);

/// <summary>
/// Starts the vendor's program by its file, with a list of arguments and no shell in between. It gets no input, and none of this
/// process's keys, tokens and passwords; it is ended when its time is up or nobody waits for it any more.
/// </summary>
internal static class OkxAuthProcess
{
    private const int LongestText = 64 * 1024;

    private static readonly string[] Secretive = ["KEY", "SECRET", "PASS", "TOKEN"];

    /// <summary>Runs it to its end.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Hears of each line that it says.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.spawn_failed</c></exception>
    public static async Task<OkxAuthEnd> RunAsync(
        string file,
        IReadOnlyList<string> arguments,
        Action<string> line,
        CancellationToken cancel
    )
    {
        cancel.ThrowIfCancellationRequested();
        using var process = Start(file, arguments);
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, line, cancel);
            var errors = ReadAsync(process.StandardError, _ => { }, cancel);
            // A grandchild may hold the pipes open when the program itself has ended; the time limit holds for it too.
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancel))
                .WaitAsync(cancel)
                .ConfigureAwait(false);
            return new OkxAuthEnd(
                process.ExitCode,
                await output.ConfigureAwait(false),
                await errors.ConfigureAwait(false)
            );
        }
        catch (OperationCanceledException)
        {
            End(process);
            throw;
        }
    }

    private static Process Start(string file, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsSecretive).ToList())
        {
            start.Environment.Remove(name);
        }
        try
        {
            return Process.Start(start) ?? throw OkxSignInErrors.NotStarted();
        }
        catch (Exception trouble)
            when (trouble is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw OkxSignInErrors.NotStarted();
        }
    }

    private static bool IsSecretive(string name) =>
        Array.Exists(Secretive, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // What comes after the longest text is read and forgotten, so that the program does not stand still on a full pipe.
    private static async Task<string> ReadAsync(StreamReader reader, Action<string> line, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var begun = 0;
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var read)
        {
            var room = Math.Min(read, LongestText - text.Length);
            for (var i = 0; i < room; i++)
            {
                text.Append(buffer[i]);
                if (buffer[i] == '\n')
                {
                    line(text.ToString(begun, text.Length - begun - 1).TrimEnd('\r'));
                    begun = text.Length;
                }
            }
        }
        if (begun < text.Length)
        {
            line(text.ToString(begun, text.Length - begun));
        }
        return text.ToString();
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself meanwhile, or is not ours to end.
        }
    }
}
