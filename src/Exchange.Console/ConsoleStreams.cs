using System.Security;
using System.Text;
using Exchange.Engine;

namespace Exchange.CommandLine;

/// <summary>What a process has to read from and write to.</summary>
/// <param name="Input">JSON lines.</param>
/// <param name="HasInput">True when standard input is a pipe or a file.</param>
/// <param name="Output">JSON lines, UTF-8.</param>
/// <param name="Error">Everything else.</param>
/// <param name="ErrorIsTerminal">True when a person reads the errors.</param>
/// <param name="Terminal">Who can be asked; null when nobody is there.</param>
internal sealed record ConsoleStreams(
    Func<TextReader> Input,
    bool HasInput,
    Stream Output,
    TextWriter Error,
    bool ErrorIsTerminal,
    EngineTerminal? Terminal
)
{
    public static ConsoleStreams OfProcess()
    {
        // Without a byte order mark: what reads our lines expects JSON from the first byte.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isAttended = !Console.IsInputRedirected && !Console.IsErrorRedirected;
        return new ConsoleStreams(
            () => new StreamReader(Console.OpenStandardInput(), Encoding.UTF8),
            Console.IsInputRedirected,
            new WatchedOutput(Console.OpenStandardOutput()),
            Console.Error,
            !Console.IsErrorRedirected,
            isAttended ? new EngineTerminal(Console.Error.Write, Console.ReadLine, ReadSecret) : null
        );
    }

    private static SecureString? ReadSecret()
    {
        var secret = new SecureString();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Console.Error.WriteLine();
                    return secret;
                case ConsoleKey.Backspace when secret.Length > 0:
                    secret.RemoveAt(secret.Length - 1);
                    break;
                default:
                    if (!char.IsControl(key.KeyChar))
                    {
                        secret.AppendChar(key.KeyChar);
                    }
                    break;
            }
        }
    }
}
