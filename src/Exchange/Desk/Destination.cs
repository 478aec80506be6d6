namespace Exchange.Desk;

/// <summary>The line of a draft that says whether real money moves.</summary>
internal static class Destination
{
    /// <summary>The address, and whether it is the live service, this machine, or something else.</summary>
    public static DraftLine Line(Uri? address, Uri live)
    {
        var kind =
            address == live ? Language.Choose("live service", "正式環境")
            : address?.IsLoopback == true ? Language.Choose("this machine", "本機")
            : Language.Choose("another endpoint", "其他端點");
        return new DraftLine(Language.Choose("Sent to", "送往"), $"{address} ({kind})");
    }
}
