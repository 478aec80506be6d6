namespace Exchange.Storage;

/// <summary>The errors of files and folders of ours.</summary>
internal static class StorageErrors
{
    public static ExchangeException Unavailable(string what, Exception trouble) =>
        new("Exchange.StorageUnavailable", ErrorKind.Storage, $"{what}: {trouble.Message}", trouble)
        {
            Remedy =
                "Nothing was sent. Free space or mend the permissions there, or set EXCHANGE_HOME to another folder.",
        };

    public static ExchangeException Locked(string path, TimeSpan waited) =>
        new(
            "Exchange.StorageLocked",
            ErrorKind.Storage,
            $"Another process has held {path} for {waited.TotalSeconds:0} seconds."
        )
        {
            Remedy = "Nothing was sent. Find the process that hangs and end it; the lock ends with it.",
        };
}
