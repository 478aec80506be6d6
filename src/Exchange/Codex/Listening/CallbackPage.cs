using System.Globalization;
using System.Text;

namespace Exchange.Codex.Listening;

/// <summary>What the browser is shown: fixed pages, with nothing of the request in them (codex-auth.md section 9).</summary>
internal static class CallbackPage
{
    private static readonly (int Status, string Reason)[] Reasons =
    [
        (200, "OK"),
        (400, "Bad Request"),
        (404, "Not Found"),
        (405, "Method Not Allowed"),
        (421, "Misdirected Request"),
        (431, "Request Header Fields Too Large"),
    ];

    /// <summary>The sign-in came through; whether the tokens can be had is not known yet.</summary>
    public static byte[] Received() =>
        Whole(
            200,
            Language.Choose(
                "The sign-in was received. Return to PowerShell; this tab can be closed.",
                "已收到登入。請回到 PowerShell,此分頁可以關閉。"
            )
        );

    /// <summary>The service sent the browser back with an error.</summary>
    public static byte[] NotCompleted() =>
        Whole(
            200,
            Language.Choose(
                "The sign-in was not completed. Return to PowerShell to see why.",
                "登入未完成。請回到 PowerShell 查看原因。"
            )
        );

    /// <summary>Whatever is not the callback.</summary>
    public static byte[] Refused(int status) =>
        Whole(status, Language.Choose("There is nothing here.", "這裡沒有內容。"));

    private static byte[] Whole(int status, string text)
    {
        var reason = Array.Find(Reasons, row => row.Status == status).Reason;
        var body = Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Codex</title></head><body><p>{text}</p></body></html>"
        );
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {reason}\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                + $"Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\n"
                + $"X-Content-Type-Options: nosniff\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
