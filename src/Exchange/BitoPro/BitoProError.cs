namespace Exchange.BitoPro;

/// <summary>Bad input to BitoPro calls (bitopro.md section 9): the id, what is wrong, and what to do instead.</summary>
internal static class BitoProError
{
    public static ExchangeException Input(string id, string message, string? remedy = null, object? target = null) =>
        ExchangeException.BadInput($"BitoPro.{id}", message, remedy, target);

    public static ExchangeException CredentialsMissing(IReadOnlyList<string> names) =>
        new(
            "BitoPro.CredentialsMissing",
            ErrorKind.Authentication,
            $"This call needs a BitoPro account, and {string.Join(", ", names)} {(names.Count == 1 ? "is" : "are")} not set."
        )
        {
            Remedy =
                "Set BITOPRO_API_KEY, BITOPRO_API_SECRET and BITOPRO_EMAIL, or run Connect-BitoProAccount; "
                + "to rehearse without an account, run Start-ExchangeSimulator.",
        };

    public static ExchangeException CredentialsInvalid(string name) =>
        new(
            "BitoPro.CredentialsInvalid",
            ErrorKind.Authentication,
            $"{name} begins or ends with a blank, or holds a character that no credential has, such as a line break."
        )
        {
            Remedy = "Copy it again, without blanks or line breaks around it.",
        };

    public static ExchangeException StreamEndpointMissing(Uri address) =>
        Input(
            "StreamEndpointMissing",
            $"Calls go to {address}, and nothing says where the streams of that endpoint are.",
            "Set BITOPRO_STREAM_URL, or run Connect-BitoProAccount with -StreamEndpoint."
        );
}
