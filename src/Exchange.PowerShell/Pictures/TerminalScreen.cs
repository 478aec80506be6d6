using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.PowerShell;

/// <summary>What the screen of a host can show: how wide it is, and whether it has colours.</summary>
internal static class TerminalScreen
{
    /// <summary>Narrower than that nothing can be read.</summary>
    public const int LeastWidth = 20;

    /// <summary>Wider than any window.</summary>
    public const int MostWidth = 500;

    private const int UsualWidth = 80;

    /// <summary>Columns of the window; one less than it has, since many windows wrap a line that fills the last one.</summary>
    public static int WidthOf(PSHost? host)
    {
        try
        {
            var width = (host?.UI?.RawUI?.WindowSize.Width ?? 0) - 1;
            return Math.Clamp(width > 0 ? width : UsualWidth, LeastWidth, MostWidth);
        }
        // Hosts without a window throw what they like: a job, a remote session, an editor.
        catch (Exception trouble)
            when (trouble is HostException or NotImplementedException or NotSupportedException or IOException)
        {
            return UsualWidth;
        }
    }

    /// <summary>
    /// Whether to write escape sequences: never where NO_COLOR, a dumb terminal or <c>$PSStyle.OutputRendering</c> say so; always
    /// where that is Ansi; else where the host has colours and nobody has redirected the output.
    /// </summary>
    public static bool HasColour(PSHost? host, SessionState session, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")) || environment("TERM") is "dumb")
        {
            return false;
        }
        return RenderingOf(session) switch
        {
            "PlainText" => false,
            "Ansi" => true,
            _ => host?.UI?.SupportsVirtualTerminal == true && !Console.IsOutputRedirected,
        };
    }

    // $PSStyle is of a type that PowerShellStandard does not know.
    private static string? RenderingOf(SessionState session) =>
        session.PSVariable.GetValue("PSStyle") is { } style
            ? PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString()
            : null;
}
