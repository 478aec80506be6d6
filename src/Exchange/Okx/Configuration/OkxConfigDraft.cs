using Exchange.Desk;

namespace Exchange.Okx;

/// <summary>A change of the configuration that has not been made, as a person reads it before saying yes.</summary>
public sealed class OkxConfigDraft : IDraft
{
    private OkxConfigDraft(string action, string subject, params DraftLine[] lines)
    {
        Action = action;
        Subject = subject;
        Lines = lines;
    }

    /// <inheritdoc/>
    public string Service => "Okx";

    /// <inheritdoc/>
    public string Action { get; }

    /// <inheritdoc/>
    public string Subject { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines { get; }

    /// <summary>A profile is written and becomes the default one.</summary>
    public static OkxConfigDraft Put(OkxConfigFile file, OkxNewProfile profile) =>
        new(
            Language.Choose("Write OKX profile", "写入 OKX 配置"),
            profile.Name,
            new(Language.Choose("Site", "站点"), profile.Site.Id),
            new(Language.Choose("Mode", "模式"), profile.IsDemo ? "demo" : "live"),
            new("API key", profile.Key.MaskedKey),
            File(file)
        );

    /// <summary>A profile becomes the default one.</summary>
    public static OkxConfigDraft Use(OkxConfigFile file, string name) =>
        new(Language.Choose("Set default OKX profile", "设置默认 OKX 配置"), name, File(file));

    /// <summary>A profile is taken out.</summary>
    public static OkxConfigDraft Remove(OkxConfigFile file, OkxProfileInfo profile) =>
        new(
            Language.Choose("Remove OKX profile", "删除 OKX 配置"),
            profile.Name,
            new(Language.Choose("Site", "站点"), profile.Site ?? "-"),
            new("API key", profile.ApiKey ?? "-"),
            File(file)
        );

    private static DraftLine File(OkxConfigFile file) => new(Language.Choose("File", "文件"), file.Path);
}
