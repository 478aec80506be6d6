using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine;

/// <summary>Questions with a few answers, put to a terminal.</summary>
internal static class HostQuestions
{
    /// <summary>What every question raises when nobody is there to answer it.</summary>
    public static PSInvalidOperationException NobodyToAsk() =>
        new(
            "There is nobody to ask: the session is not interactive.",
            new HostException(
                "The host does not support user interaction.",
                innerException: null!,
                EngineHost.NobodyToAsk,
                ErrorCategory.InvalidOperation
            )
        );

    public static void Announce(EngineTerminal terminal, string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            terminal.Write($"{caption}\n");
        }
        if (!string.IsNullOrEmpty(message))
        {
            terminal.Write($"{message}\n");
        }
    }

    /// <summary>The index of the chosen answer: an empty line is the default, the end of input is none.</summary>
    public static int Choose(
        EngineTerminal terminal,
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice
    )
    {
        Announce(terminal, caption, message);
        while (true)
        {
            terminal.Write(Menu(choices, defaultChoice));
            // An unanswered question is not a yes: the default is for a person who pressed Enter.
            var answer = (terminal.ReadLine() ?? throw NobodyToAsk()).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }
            if (answer == "?")
            {
                terminal.Write(Help(choices));
                continue;
            }
            var chosen = choices.ToList().FindIndex(choice => IsAnswer(choice, answer));
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    private static string Menu(Collection<ChoiceDescription> choices, int defaultChoice)
    {
        var answers = string.Join("  ", choices.Select(choice => $"[{Key(choice)}] {Words(choice)}"));
        var byDefault = defaultChoice < 0 ? "" : $" (default is \"{Key(choices[defaultChoice])}\")";
        return $"{answers}  [?] Help{byDefault}: ";
    }

    private static string Help(Collection<ChoiceDescription> choices) =>
        string.Concat(choices.Select(choice => $"{Key(choice)} - {choice.HelpMessage}\n"));

    private static bool IsAnswer(ChoiceDescription choice, string answer) =>
        string.Equals(answer, Key(choice), StringComparison.OrdinalIgnoreCase)
        || string.Equals(answer, Words(choice), StringComparison.OrdinalIgnoreCase);

    private static string Words(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    private static string Key(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark < 0 || mark + 1 == choice.Label.Length
            ? choice.Label
            : choice.Label.Substring(mark + 1, 1).ToUpperInvariant();
    }
}
