using System.Management.Automation;
using System.Security;

namespace Exchange.Engine.Binding;

/// <summary>
/// Secrets by reference: <c>env:NAME</c> is the text of an environment variable, <c>prompt</c> asks on the terminal. A
/// literal is refused, for the command line stays in histories and process lists.
/// </summary>
internal static class SecretArgument
{
    private const string Reference = "env:";
    private const string Ask = "prompt";

    /// <summary>The secret that the argument refers to, or why there is none; no message has the argument in it.</summary>
    public static (object? Value, BindingFault? Fault) Read(string text, CmdletParameter parameter, BindingScope scope)
    {
        if (text.Equals("$null", StringComparison.OrdinalIgnoreCase))
        {
            return (null, null);
        }
        if (text.Equals(Ask, StringComparison.OrdinalIgnoreCase))
        {
            return Prompt(parameter, scope);
        }
        var references = text.Split(',');
        if (!Array.TrueForAll(references, IsReference))
        {
            return (null, AsLiteral(parameter));
        }
        if (parameter.Type == typeof(PSCredential))
        {
            return references.Length == 2 ? ReadCredential(references, parameter, scope) : (null, AsLiteral(parameter));
        }
        if (parameter.ElementType == typeof(PSCredential) || (references.Length > 1 && !parameter.IsCollection))
        {
            return (null, AsLiteral(parameter));
        }
        return ReadSecureStrings(references, parameter, scope);
    }

    private static (object?, BindingFault?) ReadSecureStrings(
        string[] references,
        CmdletParameter parameter,
        BindingScope scope
    )
    {
        var secrets = new List<SecureString>();
        foreach (var reference in references)
        {
            if (Lookup(reference, scope) is not { } text)
            {
                return (null, NotSet(parameter, reference));
            }
            secrets.Add(Seal(text));
        }
        return (parameter.IsCollection ? secrets.ToArray() : secrets[0], null);
    }

    private static (object?, BindingFault?) ReadCredential(
        string[] references,
        CmdletParameter parameter,
        BindingScope scope
    )
    {
        if (Lookup(references[0], scope) is not { } userName)
        {
            return (null, NotSet(parameter, references[0]));
        }
        return Lookup(references[1], scope) is { } password
            ? (new PSCredential(userName, Seal(password)), null)
            : (null, NotSet(parameter, references[1]));
    }

    private static (object?, BindingFault?) Prompt(CmdletParameter parameter, BindingScope scope)
    {
        if (!scope.Host.IsInteractive)
        {
            return (null, NobodyToAsk(parameter));
        }
        try
        {
            return (SecretPrompt.Ask(parameter, scope.Engine.Host.UI), null);
        }
        catch (PSInvalidOperationException)
        {
            return (null, NobodyToAsk(parameter));
        }
    }

    private static bool IsReference(string text) =>
        text.Length > Reference.Length && text.StartsWith(Reference, StringComparison.OrdinalIgnoreCase);

    // An empty variable is as good as none: no service has an empty secret.
    private static string? Lookup(string reference, BindingScope scope) =>
        scope.Host.Environment(reference[Reference.Length..]) is { Length: > 0 } text ? text : null;

    private static SecureString Seal(string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
        {
            secret.AppendChar(c);
        }
        secret.MakeReadOnly();
        return secret;
    }

    private static BindingFault AsLiteral(CmdletParameter parameter)
    {
        var form = parameter.ElementType == typeof(PSCredential) ? "env:USER,env:PASSWORD" : "env:NAME";
        return BindingFault.About(
            parameter,
            BindingErrorIds.SecretAsLiteral,
            $"Parameter '{parameter.Name}' is a secret and takes no literal value, which would stay in histories and "
                + $"process lists. Give {form} (environment variables that hold it) or, on a terminal, the word prompt."
        );
    }

    private static BindingFault NotSet(CmdletParameter parameter, string reference) =>
        BindingFault.About(
            parameter,
            BindingErrorIds.SecretUnavailable,
            $"Parameter '{parameter.Name}' refers to the environment variable {reference[Reference.Length..]}, "
                + "which is not set or is empty."
        );

    private static BindingFault NobodyToAsk(CmdletParameter parameter) =>
        BindingFault.About(
            parameter,
            BindingErrorIds.SecretUnavailable,
            $"Parameter '{parameter.Name}' is to be asked for, but there is no terminal to ask on. Give env:NAME."
        );
}
