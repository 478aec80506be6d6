using System.Text;
using Exchange.Http;

namespace Exchange.Okx;

/// <summary>There is an API key, so nobody signs in (okx-account.md 5.3). Read the configuration again, and do not repeat.</summary>
/// <param name="Profile">The first profile with a key, or <c>env</c>.</param>
public sealed record OkxSkippedSignIn(string Profile)
{
    /// <summary>Always <c>skipped</c>.</summary>
    public string Status { get; } = "skipped";

    /// <summary>Always <c>api_key_configured</c>.</summary>
    public string Reason { get; } = "api_key_configured";

    /// <summary>One line of compact JSON with the contract's three keys.</summary>
    public string ToJson() =>
        Encoding.UTF8.GetString(
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("status", Status);
                json.WriteString("reason", Reason);
                json.WriteString("profile", Profile);
                json.WriteEndObject();
            })
        );
}

/// <summary>Nobody has chosen a site, and nobody could be asked: show the menu, then repeat with the answer (okx-account.md 3.3).</summary>
public sealed record OkxSiteRequired
{
    /// <summary>Always <c>site_required</c>.</summary>
    public string Status { get; } = "site_required";

    /// <summary>What can be chosen, in the order of the menu.</summary>
    public IReadOnlyList<string> Sites { get; } = [.. OkxSites.Menu.Select(site => site.Id)];

    /// <summary>What to show.</summary>
    public string Menu { get; } = OkxTemplates.Menu;

    /// <summary>One line of compact JSON.</summary>
    public string ToJson() =>
        Encoding.UTF8.GetString(
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("status", Status);
                json.WriteStartArray("sites");
                foreach (var site in Sites)
                {
                    json.WriteStringValue(site);
                }
                json.WriteEndArray();
                json.WriteString("menu", Menu);
                json.WriteEndObject();
            })
        );
}
