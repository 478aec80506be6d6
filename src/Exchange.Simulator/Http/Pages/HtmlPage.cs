using System.Globalization;
using System.Net;

namespace Exchange.Simulator.Http.Pages;

/// <summary>The frame of every page that a person sees: one column, no script, nothing from elsewhere.</summary>
internal static class HtmlPage
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // Chosen to be read: system fonts, one colour, dark when the person's screen is.
    private const string Style = """
        :root { color-scheme: light dark; --ink: #16181d; --soft: #5c6370; --line: #d9dce3; --back: #f4f5f7; --card: #fff;
          --accent: #1f4fd8; --accent-ink: #fff; --good: #127a43; --bad: #b3261e; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eceef2; --soft: #a0a7b4; --line: #363b45; --back: #111317;
          --card: #1a1d23; --accent: #7da2ff; --accent-ink: #0d1220; --good: #5fd08f; --bad: #ff8a80; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--back);
          color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main { width: 100%; max-width: 460px; background: var(--card); border: 1px solid var(--line); border-radius: 14px;
          padding: 32px; }
        .badge { display: inline-block; margin: 0 0 16px; padding: 2px 10px; border: 1px solid var(--line);
          border-radius: 99px; color: var(--soft); font-size: 13px; }
        h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; }
        p { margin: 0 0 16px; } .soft { color: var(--soft); font-size: 14px; } .good { color: var(--good); }
        .bad { color: var(--bad); }
        label { display: block; margin-bottom: 6px; font-weight: 600; }
        input { width: 100%; padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--back);
          color: inherit; font: 600 22px/1.2 ui-monospace, "SF Mono", Consolas, monospace; letter-spacing: .08em; }
        input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 0 0 20px; }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
        .actions { display: flex; gap: 12px; margin-top: 20px; }
        button { flex: 1; padding: 12px 16px; border: 1px solid var(--line); border-radius: 10px; background: transparent;
          color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
        button.first { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
        ul { list-style: none; margin: 0; padding: 0; } li { padding: 16px 0; border-top: 1px solid var(--line); }
        a { color: var(--accent); }
        main > :last-child, li > :last-child { margin-bottom: 0; }
        @media (max-width: 460px) { body { padding: 12px; } main { padding: 20px; } dl { grid-template-columns: 1fr; gap: 0; }
          dd { margin-bottom: 10px; } .actions { flex-wrap: wrap; } }
        """;

    /// <summary>Replies with a page.</summary>
    /// <param name="call">The browser's request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="service">Whose page it is, for the badge and the title.</param>
    /// <param name="title">The heading.</param>
    /// <param name="content">HTML below the heading; whatever came from outside went through <see cref="Text"/>.</param>
    public static void Reply(Call call, int status, string service, string title, string content)
    {
        call.Page(
            status,
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} - {Text(service)} simulator</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <p class="badge">{Text(service)} simulator on this machine</p>
            <h1>{Text(title)}</h1>
            {content}
            </main>
            </body>
            </html>
            """
        );
        call.ReplyHeaders.Add(new("Content-Security-Policy", Policy));
        call.ReplyHeaders.Add(new("Cache-Control", "no-store"));
        call.ReplyHeaders.Add(new("Referrer-Policy", "same-origin"));
    }

    /// <summary>Text as HTML shows it, also inside an attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>An instant, Unix ms, as a person reads it.</summary>
    public static string Time(long ms) =>
        DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Whether a form was sent by a page of this simulator, and not by a page elsewhere that a browser had open.</summary>
    public static bool IsOwnForm(Call call) =>
        call.Headers["Origin"] is not { } origin || origin == $"http://{call.Headers["Host"]}";
}
