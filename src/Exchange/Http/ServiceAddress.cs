namespace Exchange.Http;

/// <summary>The rule for every address that credentials may be sent to (design.md section 6).</summary>
public static class ServiceAddress
{
    /// <summary>
    /// The address, or null unless it is absolute, of the secure scheme (or the plain one on this machine), and without user, query
    /// and fragment.
    /// </summary>
    public static Uri? Check(string text, string secure = "https", string plain = "http") =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == secure || (address.Scheme == plain && address.IsLoopback))
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0
            ? address
            : null;
}
