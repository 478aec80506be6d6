using Exchange.Okx;
using Exchange.Okx.Binary;

namespace Exchange.PowerShell.Commands;

/// <content>Signing in by the vendor's own program (okx-account.md section 7): the same guard and gate, then its own way.</content>
public sealed partial class ConnectOkxAccountCommand
{
    private async Task ConnectExternallyAsync(OkxSite? site, CancellationToken cancel)
    {
        if (Scope.Length > 0)
        {
            throw ExchangeException.BadInput(
                "Okx.ValidationError",
                "The vendor's program chooses the scopes itself.",
                "Leave out -Scope, or -Provider External."
            );
        }
        var program = Runtime.Okx.Program();
        if (!Force && await IsUnderWayAsync(program, cancel) is { } known)
        {
            if (known.Status == OkxAuthStatus.LoggedIn)
            {
                ShowSignedIn(known);
                return;
            }
            // The program has shown the code where it was asked for, and gives it to nobody again.
            Inform(OkxTemplates.Pending(IsChinese));
            Emit(known, known.ToJson());
            return;
        }
        if ((site ?? await ChosenAsync(cancel)) is not { } chosen)
        {
            EmitSiteRequired();
            return;
        }
        if (Manual)
        {
            ShowStarted(await program.StartAsync(chosen, cancel));
            return;
        }
        InformOfTheWait();
        await WaitExternallyAsync(program, chosen, cancel);
    }

    private async Task<OkxAuthStatus?> IsUnderWayAsync(OkxAuthProgram program, CancellationToken cancel)
    {
        var (status, warning) = await program.StatusAsync(cancel);
        if (warning is not null)
        {
            WriteWarning(warning);
        }
        return status is null or { Status: OkxAuthStatus.NotLoggedIn } ? null : status;
    }

    private void ShowStarted(object started)
    {
        if (started is OkxSkippedSignIn skipped)
        {
            Emit(skipped, skipped.ToJson());
            return;
        }
        var code = WithWords((OkxDeviceCode)started);
        Emit(code, code.ToJson());
        Open(code);
    }

    // The program shows page and code itself; its lines are passed on as they come.
    private async Task WaitExternallyAsync(OkxAuthProgram program, OkxSite site, CancellationToken cancel)
    {
        await program.SignInAsync(site, InformLater, cancel);
        var (status, warning) = await program.StatusAsync(cancel);
        if (status is not { Status: OkxAuthStatus.LoggedIn })
        {
            throw new ExchangeException(
                "Okx.AuthenticationError.protocol_error",
                ErrorKind.Authentication,
                $"okx-auth login ended without an error, and nobody is signed in. {warning}".TrimEnd()
            )
            {
                Remedy = "Run Get-OkxAuthStatus -Provider External, or leave out -Provider External.",
            };
        }
        Inform(OkxTemplates.BlockingOk);
        WriteWarning(
            "This session is the program's own: Invoke-OkxRequest and its like need an API key, or a sign-in without -Provider External."
        );
        Emit(status, status.ToJson());
    }
}
