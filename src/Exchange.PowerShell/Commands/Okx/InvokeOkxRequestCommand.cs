using System.Management.Automation;
using System.Text.Json;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Sends any request to OKX's REST API, signed with the profile's key or with the session. A GET emits the items of the answer. A POST
/// is shown as a draft, confirmed, journalled and sent once; an order without clOrdId gets one, so that it can be found again.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "OkxRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PSObject), typeof(OkxReceipt))]
public sealed class InvokeOkxRequestCommand : OkxCmdlet
{
    /// <summary>GET or POST; without it GET.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OkxMethodCompleter))]
    public string Method { get; set; } = "GET";

    /// <summary>The whole path, such as /api/v5/account/balance.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(OkxPathCompleter))]
    public string Path { get; set; } = "";

    /// <summary>The query: a hashtable, an object or JSON. Lists are joined by commas, what is null is left out.</summary>
    [Parameter]
    public object? Query { get; set; }

    /// <summary>The body of a POST: a hashtable, an object or JSON; without it an empty object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? Body { get; set; }

    /// <summary>The journal's id of this write; without it a new one. The same id is never sent twice.</summary>
    [Parameter]
    public string? AttemptId { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var method = OkxRules.Method(Method);
        var path = OkxRules.Path(Path);
        var query = OkxArguments.Query(Query);
        if (method == HttpMethod.Post)
        {
            return PostAsync(path, query, OkxArguments.Json(Body, nameof(Body)), cancel);
        }
        return Body is null ? GetAsync(path, query, cancel) : throw OkxRules.NoBody();
    }

    private async Task GetAsync(
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        CancellationToken cancel
    )
    {
        var client = OkxRules.IsPublic(path)
            ? Runtime.Okx.PublicClient(Choices, Listener)
            : Runtime.Okx.PrivateClient(Choices, Listener);
        var reply = await client.GetAsync(path, query, cancel);
        foreach (var item in reply.Items)
        {
            WriteObject(OkxArguments.ObjectOf(item));
        }
        foreach (var error in reply.Errors)
        {
            WriteError(ExchangeErrors.RecordOf(error));
        }
    }

    private async Task PostAsync(
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        JsonElement? body,
        CancellationToken cancel
    )
    {
        var client = Runtime.Okx.PrivateClient(Choices, Listener);
        var call = client.Write(client.DraftWrite(path, query, body), AttemptId);
        if (await Desk.SubmitAsync(call, ConfirmAsync, cancel) is not { } receipt)
        {
            return;
        }
        var ids = receipt.AttemptIds;
        for (var i = 0; i < receipt.Answer.Outcomes.Count; i++)
        {
            var id = ids.Count > 1 && i < ids.Count ? ids[i] : ids[0];
            Write(receipt.Answer.Outcomes[i], id);
        }
    }

    private void Write(OkxOutcome outcome, string attemptId)
    {
        if (outcome.Error is { } error)
        {
            WriteError(
                ExchangeErrors.RecordOf(
                    error.ForAttempt(
                        attemptId,
                        error.Message,
                        error.OutcomeUnknown
                            ? $"Do not send it again. Run: Resolve-ExchangeAttempt -AttemptId {attemptId}"
                            : error.Remedy
                    )
                )
            );
            return;
        }
        var receipt = outcome.Receipt!;
        WriteObject(
            receipt with
            {
                AttemptId = attemptId,
                Item = receipt.Item is JsonElement item ? OkxArguments.ObjectOf(item) : null,
            }
        );
    }
}
