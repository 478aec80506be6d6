using System.Globalization;
using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>The time limit of a call: milliseconds above zero, fractions cut (okx-account.md 2.1, section 11).</summary>
internal static class OkxTimeLimit
{
    public static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(15_000);

    public static TimeSpan Resolve(string? environment, TomlScalar? ofProfile)
    {
        if (!string.IsNullOrWhiteSpace(environment))
        {
            return Checked(environment.Trim());
        }
        return ofProfile is null ? Usual
            : ofProfile.Kind is TomlKind.Integer or TomlKind.Float
                ? Checked(ofProfile.Text.Replace("_", "", StringComparison.Ordinal))
            : throw Invalid(ofProfile.Text);
    }

    private static TimeSpan Checked(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && decimal.Floor(value) is >= 1 and <= int.MaxValue
            ? TimeSpan.FromMilliseconds((int)decimal.Floor(value))
            : throw Invalid(text);

    private static ExchangeException Invalid(string text) =>
        OkxError.Config(
            $"Invalid timeout value \"{OkxMasks.Shown(text)}\".",
            "A timeout is a number of milliseconds above zero, such as 15000."
        );
}
