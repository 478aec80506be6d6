using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>The file that is replaced in the end: a link's target, as long as it is this user's and in this user's folders.</summary>
internal static class OkxConfigTarget
{
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path, IReadOnlyList<string> mayLeadInto)
    {
        var target = RealPath.Of(path);
        if (!mayLeadInto.Any(folder => LiesIn(target, RealPath.Of(folder))))
        {
            throw OkxError.Config(
                $"{path} is a link that leads out of your home, to {target}; it is not written.",
                "Let it point into your home, or name its folder with OKX_CONFIG_DIR."
            );
        }
        if (FileOwner.IsAnother(target))
        {
            throw OkxError.Config(
                $"{target} belongs to another user; writing it would take it from them.",
                "Run this as its owner (not with sudo), or name a folder of your own with OKX_CONFIG_DIR."
            );
        }
        return target;
    }

    // A file is no folder: where the folder is what the link leads to, somebody is changing both.
    private static bool LiesIn(string file, string folder) => file != folder && RealPath.IsWithin(file, folder);
}
