using System.ComponentModel;
using System.Diagnostics;

namespace Exchange.PowerShell;

/// <summary>The browser of the person at this machine.</summary>
internal static class Browser
{
    /// <summary>Opens a page, by whatever the desktop has for pages.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.NoBrowser</c></exception>
    public static void Open(Uri page)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception trouble)
            when (trouble is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new ExchangeException(
                "Exchange.NoBrowser",
                ErrorKind.Service,
                "No browser could be opened here.",
                trouble
            )
            {
                Remedy = "Open the page yourself, on any machine.",
            };
        }
    }
}
